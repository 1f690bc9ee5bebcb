/// The formats that can be asserted; others are annotations only.
enum SchemaFormat: String, Sendable, CaseIterable {
  case date, time, duration, uuid, ipv4, ipv6, hostname, email, uri, iri, regex
  case dateTime = "date-time"
  case idnEmail = "idn-email"
  case uriReference = "uri-reference"
  case iriReference = "iri-reference"
  case uriTemplate = "uri-template"
  case jsonPointer = "json-pointer"
  case relativeJSONPointer = "relative-json-pointer"

  /// Whether a text has the format; of `regex` the compiler knows, which has the engine.
  func matches(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    switch self {
    case .date: return TimeFormat.isDate(bytes[...])
    case .time: return TimeFormat.isTime(bytes[...])
    case .dateTime:
      guard bytes.count > 11, bytes[10] | 0x20 == UInt8(ascii: "t") else { return false }
      return TimeFormat.isDate(bytes[..<10]) && TimeFormat.isTime(bytes[11...])
    case .duration: return TimeFormat.isDuration(bytes)
    case .uuid: return Self.isUUID(bytes)
    case .ipv4: return AddressFormat.isIPv4(bytes[...])
    case .ipv6: return AddressFormat.isIPv6(bytes[...])
    case .hostname: return AddressFormat.isHostname(bytes[...])
    case .email: return AddressFormat.isEmail(bytes, isInternational: false)
    case .idnEmail: return AddressFormat.isEmail(bytes, isInternational: true)
    case .uri: return URIFormat(isInternational: false).isReference(bytes, isAbsolute: true)
    case .iri: return URIFormat(isInternational: true).isReference(bytes, isAbsolute: true)
    case .uriReference:
      return URIFormat(isInternational: false).isReference(bytes, isAbsolute: false)
    case .iriReference:
      return URIFormat(isInternational: true).isReference(bytes, isAbsolute: false)
    case .uriTemplate: return URITemplateFormat.isTemplate(bytes)
    case .jsonPointer: return Self.isPointer(bytes)
    case .relativeJSONPointer: return Self.isRelativePointer(bytes)
    case .regex: return true
    }
  }

  private static func isUUID(_ bytes: [UInt8]) -> Bool {
    let parts = bytes.split(separator: 45, omittingEmptySubsequences: false)
    return parts.map(\.count) == [8, 4, 4, 4, 12]
      && parts.allSatisfy { part in
        part.allSatisfy { (48...57).contains($0) || (97...102).contains($0 | 0x20) }
      }
  }

  private static func isPointer(_ bytes: [UInt8]) -> Bool {
    guard let first = bytes.first else { return true }
    guard first == UInt8(ascii: "/") else { return false }
    for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "~") {
      guard index + 1 < bytes.count, bytes[index + 1] == 48 || bytes[index + 1] == 49
      else { return false }
    }
    return true
  }

  /// How many levels up, perhaps how many elements further, then a pointer or `#`.
  private static func isRelativePointer(_ bytes: [UInt8]) -> Bool {
    let digits = bytes.prefix { (48...57).contains($0) }
    guard !digits.isEmpty, digits.count == 1 || digits.first != 48 else { return false }
    let rest = Array(bytes[digits.count...])
    return rest == [UInt8(ascii: "#")] || isPointer(rest)
  }
}
