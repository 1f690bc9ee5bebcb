/// Replaces secrets by `***`, wherever they stand in a text.
///
/// A secret is also found as JSON, XML, a URL or Base64 spell it. It is applied to what leaves the
/// process, as the last step: whatever a report shows, it has gone through here.
package struct Redactor: Sendable {
  /// What a secret is replaced by.
  package static let mask = "***"
  /// Shorter secrets would turn up by chance, and would hide half of a report.
  package static let shortestSecret = 4

  /// The spellings of all secrets by their first byte, the longest first.
  private var spellings: [[[UInt8]]] = Array(repeating: [], count: 256)

  /// Whether there is nothing to hide.
  package private(set) var isEmpty = true

  /// Creates a redactor.
  ///
  /// - Parameter secrets: the secrets; those shorter than ``shortestSecret`` bytes are left out.
  package init(_ secrets: some Sequence<String> = []) {
    for secret in secrets where secret.utf8.count >= Self.shortestSecret { add(secret) }
  }

  private mutating func add(_ secret: String) {
    for spelling in Set(Self.spellings(of: secret)) {
      guard let first = spelling.first else { continue }
      isEmpty = false
      spellings[Int(first)].append(spelling)
      spellings[Int(first)].sort { $0.count > $1.count }
    }
  }

  /// The text without the secrets.
  package func redact(_ text: String) -> String {
    isEmpty ? text : String(decoding: redact(Array(text.utf8)), as: UTF8.self)
  }

  /// The bytes without the secrets.
  package func redact(_ bytes: [UInt8]) -> [UInt8] {
    guard !isEmpty else { return bytes }
    var redacted: [UInt8] = []
    redacted.reserveCapacity(bytes.count)
    var at = 0
    while at < bytes.count {
      let byte = bytes[at]
      let found = spellings[Int(byte)].first { bytes[at...].starts(with: $0) }
      if let found {
        redacted += Self.mask.utf8
        at += found.count
      } else {
        redacted.append(byte)
        at += 1
      }
    }
    return redacted
  }

  private static func spellings(of secret: String) -> [[UInt8]] {
    let bytes = Array(secret.utf8)
    let percent = PercentCoding.encode(secret)
    return [
      bytes, escaped(bytes, json), escaped(bytes, html), escaped(bytes, xml),
      Array(percent.utf8), Array(Base64.encode(bytes).utf8),
    ]
  }

  private static func escaped(_ bytes: [UInt8], _ escape: (UInt8) -> String?) -> [UInt8] {
    bytes.flatMap { escape($0).map { Array($0.utf8) } ?? [$0] }
  }

  private static func json(_ byte: UInt8) -> String? {
    switch byte {
    case UInt8(ascii: "\""): #"\""#
    case UInt8(ascii: "\\"): #"\\"#
    case 0x09: #"\t"#
    case 0x0A: #"\n"#
    case 0x0D: #"\r"#
    default: nil
    }
  }

  private static func html(_ byte: UInt8) -> String? {
    byte == UInt8(ascii: "'") ? "&#39;" : xml(byte)
  }

  private static func xml(_ byte: UInt8) -> String? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    default: nil
    }
  }
}
