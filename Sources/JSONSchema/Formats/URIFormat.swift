/// URIs of RFC 3986 and IRIs of RFC 3987.
struct URIFormat {
  /// Whether letters beyond ASCII may stand in it.
  let isInternational: Bool

  /// Whether a text is a reference.
  ///
  /// - Parameter isAbsolute: whether it needs a scheme.
  func isReference(_ bytes: [UInt8], isAbsolute: Bool) -> Bool {
    let text = String(decoding: bytes, as: UTF8.self)
    let reference = URIReference(text)
    if let scheme = reference.scheme {
      guard Self.isScheme(Array(scheme.utf8)) else { return false }
    } else if isAbsolute {
      return false
    } else if reference.authority == nil {
      let first = reference.path.utf8.prefix { $0 != UInt8(ascii: "/") }
      if first.contains(UInt8(ascii: ":")) { return false }
    }
    if let authority = reference.authority, !isAuthority(Array(authority.utf8)) { return false }
    return has(reference.path.utf8, "/:@") && has(reference.query?.utf8, "/:@?")
      && has(reference.fragment?.utf8, "/:@?")
  }

  private static func isScheme(_ bytes: [UInt8]) -> Bool {
    guard let first = bytes.first, (97...122).contains(first | 0x20) else { return false }
    return bytes.allSatisfy {
      (97...122).contains($0 | 0x20) || (48...57).contains($0) || "+-.".utf8.contains($0)
    }
  }

  private func isAuthority(_ bytes: [UInt8]) -> Bool {
    var host = bytes[...]
    if let at = bytes.lastIndex(of: UInt8(ascii: "@")) {
      guard has(bytes[..<at], ":") else { return false }
      host = bytes[(at + 1)...]
    }
    if host.first == UInt8(ascii: "[") {
      guard let end = host.firstIndex(of: UInt8(ascii: "]")) else { return false }
      let address = host[(host.startIndex + 1)..<end]
      let isFuture = address.first.map { $0 | 0x20 } == UInt8(ascii: "v")
      guard isFuture ? has(address, ":") : AddressFormat.isIPv6(address) else { return false }
      host = host[(end + 1)...]
      return host.isEmpty || host.first == UInt8(ascii: ":") && Self.isPort(host.dropFirst())
    }
    let name = host.prefix { $0 != UInt8(ascii: ":") }
    let port = host.dropFirst(name.count + 1)
    return has(name, "") && Self.isPort(port)
  }

  private static func isPort(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.allSatisfy { (48...57).contains($0) }
  }

  /// Whether all bytes may stand in a part: unreserved, sub-delimiters, escapes, and some more.
  private func has(_ bytes: (some Sequence<UInt8>)?, _ more: String) -> Bool {
    guard let bytes else { return true }
    var digits = 0
    for byte in bytes {
      if digits > 0 {
        guard AddressFormat.isHexadecimal(byte) else { return false }
        digits -= 1
      } else if byte == UInt8(ascii: "%") {
        digits = 2
      } else if byte >= 0x80 {
        guard isInternational else { return false }
      } else if !Self.isPlain(byte), !more.utf8.contains(byte) {
        return false
      }
    }
    return digits == 0
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (97...122).contains(byte | 0x20)
      || "-._~!$&'()*+,;=".utf8.contains(byte)
  }
}

/// URI templates of RFC 6570.
enum URITemplateFormat {
  /// Whether a text is a template.
  static func isTemplate(_ bytes: [UInt8]) -> Bool {
    var rest = bytes[...]
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "{"):
        guard let end = rest.firstIndex(of: UInt8(ascii: "}")), isExpression(rest[..<end]) else {
          return false
        }
        rest = rest[(end + 1)...]
      case UInt8(ascii: "%"):
        guard rest.prefix(2).count == 2, rest.prefix(2).allSatisfy(AddressFormat.isHexadecimal)
        else { return false }
      case 0...0x20, 0x7F: return false
      default: if "}\"<>\\^`|".utf8.contains(byte) { return false }
      }
    }
    return true
  }

  private static func isExpression(_ bytes: ArraySlice<UInt8>) -> Bool {
    var bytes = bytes
    if let first = bytes.first, "+#./;?&=,!@|".utf8.contains(first) { bytes.removeFirst() }
    let names = bytes.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    return names.allSatisfy(isVariable)
  }

  private static func isVariable(_ bytes: ArraySlice<UInt8>) -> Bool {
    let parts = bytes.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    var name = parts[0]
    if parts.count == 2 {
      let length = parts[1]
      guard (1...4).contains(length.count), length.first != 48,
        length.allSatisfy({ (48...57).contains($0) })
      else { return false }
    } else if name.last == UInt8(ascii: "*") {
      name.removeLast()
    }
    let words = name.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count <= 2, words.allSatisfy({ !$0.isEmpty }) else { return false }
    return name.allSatisfy {
      (48...57).contains($0) || (97...122).contains($0 | 0x20) || "_.%".utf8.contains($0)
    }
  }
}
