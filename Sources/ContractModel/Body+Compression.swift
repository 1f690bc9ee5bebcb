extension Body {
  /// Whether the body is bytes that gzip has made, by their beginning.
  package var isGzip: Bool {
    guard case .binary(let bytes) = content else { return false }
    return bytes.starts(with: [0x1F, 0x8B])
  }
}
