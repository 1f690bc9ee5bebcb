import ContractModel

extension MultipartBody {
  /// The boundary that a media type names, or `nil` when it names none.
  static func boundary(of mediaType: MediaType) -> String? {
    let value = mediaType.parameters.first { $0.name == "boundary" }?.value
    return value.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The boundary that a body seems to have: the first line that starts with `--` names it.
  ///
  /// A first line that ends with `--` is the closing delimiter of a body without parts, unless more
  /// lines start like it.
  ///
  /// - Returns: the boundary, or `nil` when there is no such line or it is not text.
  static func boundary(guessedFrom bytes: [UInt8]) -> String? {
    var lines = MultipartLines(bytes)
    while let line = lines.next() {
      guard bytes[line.start..<line.end].starts(with: MultipartParser.dashes) else { continue }
      let start = MultipartLines.trimmed(bytes[line.start..<line.end])
      guard start.count > MultipartParser.dashes.count else { continue }
      let name = start.dropFirst(2)
      guard let text = String(validating: name, as: UTF8.self), MultipartParser.isBoundary(text)
      else { return nil }
      let isClosing =
        name.count > 2 && name.suffix(2).elementsEqual(MultipartParser.dashes)
        && !lines.contains { bytes[$0.start..<$0.end].starts(with: start) }
      return isClosing ? String(decoding: name.dropLast(2), as: UTF8.self) : text
    }
    return nil
  }
}
