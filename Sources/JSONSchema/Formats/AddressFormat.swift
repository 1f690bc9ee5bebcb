/// Addresses of hosts and people.
enum AddressFormat {
  /// Four numbers below 256 without leading zeros.
  static func isIPv4(_ bytes: ArraySlice<UInt8>) -> Bool {
    let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return parts.count == 4
      && parts.allSatisfy { part in
        guard part.count <= 3, let value = TimeFormat.number(part) else { return false }
        return value < 256 && (part.count == 1 || part.first != 48)
      }
  }

  /// RFC 4291, section 2.2.
  static func isIPv6(_ bytes: ArraySlice<UInt8>) -> Bool {
    let colon = UInt8(ascii: ":")
    var gap: Int?
    var groups = 0
    var rest = bytes
    if rest.starts(with: [colon, colon]) {
      gap = 0
      rest = rest.dropFirst(2)
    }
    while !rest.isEmpty {
      let group = rest.prefix { $0 != colon }
      rest = rest.dropFirst(group.count)
      if rest.isEmpty, group.contains(UInt8(ascii: ".")) {
        guard isIPv4(group) else { return false }
        groups += 2
        break
      }
      guard (1...4).contains(group.count), group.allSatisfy(isHexadecimal) else { return false }
      groups += 1
      guard !rest.isEmpty else { break }
      rest = rest.dropFirst()
      if rest.first == colon {
        guard gap == nil else { return false }
        gap = groups
        rest = rest.dropFirst()
      } else if rest.isEmpty {
        return false
      }
    }
    return gap == nil ? groups == 8 : groups < 8
  }

  /// Whether a byte is a hexadecimal digit.
  static func isHexadecimal(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (97...102).contains(byte | 0x20)
  }

  /// RFC 1123, section 2.1: labels of letters, digits and inner hyphens.
  static func isHostname(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard (1...253).contains(bytes.count) else { return false }
    let labels = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return labels.allSatisfy(isLabel)
  }

  private static func isLabel(_ label: ArraySlice<UInt8>) -> Bool {
    let hyphen = UInt8(ascii: "-")
    guard (1...63).contains(label.count), label.first != hyphen, label.last != hyphen,
      label.allSatisfy({ isAlphanumeric($0) || $0 == hyphen })
    else { return false }
    let start = label.startIndex
    guard label.count > 3, label[start + 2] == hyphen, label[start + 3] == hyphen else {
      return true
    }
    // Two hyphens there are for encoded labels only (RFC 5891, section 4.2.3.1).
    let prefix = label.prefix(2).map { $0 | 0x20 }
    return prefix == Array("xn".utf8) && label.count > 4
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (97...122).contains(byte | 0x20)
  }

  /// RFC 5321, section 4.1.2: a local part, `@`, a host name or an address in brackets.
  static func isEmail(_ bytes: [UInt8], isInternational: Bool) -> Bool {
    guard let at = bytes.lastIndex(of: UInt8(ascii: "@")) else { return false }
    let (local, domain) = (bytes[..<at], bytes[(at + 1)...])
    guard isLocalPart(local, isInternational) else { return false }
    if domain.first == UInt8(ascii: "["), domain.last == UInt8(ascii: "]") {
      let address = domain.dropFirst().dropLast()
      let isV6 = address.starts(with: "IPv6:".utf8)
      return isV6 ? isIPv6(address.dropFirst(5)) : isIPv4(address)
    }
    if isInternational, domain.contains(where: { $0 >= 0x80 }) { return true }
    return isHostname(domain)
  }

  private static func isLocalPart(_ local: ArraySlice<UInt8>, _ isInternational: Bool) -> Bool {
    let quote = UInt8(ascii: "\"")
    if local.count >= 2, local.first == quote, local.last == quote {
      var isEscaped = false
      for byte in local.dropFirst().dropLast() {
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == quote || byte < 0x20 || byte >= 0x7F && !isInternational {
          return false
        }
      }
      return !isEscaped
    }
    let atoms = local.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return atoms.allSatisfy { atom in
      !atom.isEmpty
        && atom.allSatisfy { byte in
          isAlphanumeric(byte) || "!#$%&'*+-/=?^_`{|}~".utf8.contains(byte)
            || isInternational && byte >= 0x80
        }
    }
  }
}
