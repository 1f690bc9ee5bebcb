import JSONText

/// Percent-escapes of URLs, as RFC 3986 defines them.
package enum PercentCoding {
  /// Decodes every escape; what is no escape stays as it is.
  ///
  /// - Parameter plusIsSpace: whether `+` stands for a space, as in queries and forms.
  package static func decode(_ text: some StringProtocol, plusIsSpace: Bool) -> String {
    String(decoding: decode(bytes: Array(text.utf8), plusIsSpace: plusIsSpace), as: UTF8.self)
  }

  /// Decodes every escape but those of the bytes in `keeping`, which are written in upper case.
  package static func decode(
    bytes: some RandomAccessCollection<UInt8>, plusIsSpace: Bool = false, keeping: [UInt8] = []
  ) -> [UInt8] {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(bytes.count)
    var at = bytes.startIndex
    while at < bytes.endIndex {
      let byte = bytes[at]
      at = bytes.index(after: at)
      if byte == UInt8(ascii: "+"), plusIsSpace {
        decoded.append(UInt8(ascii: " "))
      } else if byte == UInt8(ascii: "%"), let value = escape(bytes[at...].prefix(2)) {
        if keeping.contains(value) {
          decoded.append(byte)
          decoded.append(contentsOf: String(value, radix: 16, uppercase: true).utf8)
        } else {
          decoded.append(value)
        }
        at = bytes.index(at, offsetBy: 2)
      } else {
        decoded.append(byte)
      }
    }
    return decoded
  }

  private static func escape(_ digits: some Collection<UInt8>) -> UInt8? {
    guard digits.count == 2 else { return nil }
    let text = String(decoding: digits, as: UTF8.self)
    guard text.utf8.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }) else {
      return nil
    }
    return UInt8(text, radix: 16)
  }

  /// Encodes every byte that is not unreserved and not in `allowing`.
  package static func encode(_ text: some StringProtocol, allowing: String = "") -> String {
    let allowed = allowing.utf8
    if text.utf8.allSatisfy({ isUnreserved($0) || allowed.contains($0) }) { return String(text) }
    var encoded = ""
    for byte in text.utf8 {
      if isUnreserved(byte) || allowed.contains(byte) {
        encoded.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        encoded += byte < 0x10 ? "%0" : "%"
        encoded += String(byte, radix: 16, uppercase: true)
      }
    }
    return encoded
  }

  /// Whether RFC 3986 lets a byte stand for itself everywhere.
  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"), UInt8(ascii: "~"):
      true
    default: false
    }
  }

  /// The parameters of a query string or form in order, each name once with all of its values.
  package static func fields(_ query: some StringProtocol) -> [Field] {
    var fields: [Field] = []
    var places: [ExactText: Int] = [:]
    for (name, value) in pairs(query) {
      if let place = places[ExactText(name)] {
        fields[place].values.append(value)
      } else {
        places[ExactText(name)] = fields.count
        fields.append(Field(name, [value]))
      }
    }
    return fields
  }

  /// The decoded parameters of a query string or form in order.
  package static func pairs(_ query: some StringProtocol) -> [(name: String, value: String)] {
    query.split(separator: "&").map { pair in
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let value = parts.count > 1 ? decode(parts[1], plusIsSpace: true) : ""
      return (decode(parts[0], plusIsSpace: true), value)
    }
  }

  /// A query string with these parameters.
  package static func query(_ fields: [Field]) -> String {
    fields.flatMap { field in
      field.values.map { "\(encode(field.name, allowing: "[]"))=\(encode($0))" }
    }.joined(separator: "&")
  }
}
