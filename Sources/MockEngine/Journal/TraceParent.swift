/// The place of a request in a trace, as the header field `traceparent` of W3C's Trace Context tells it.
package struct TraceParent: Sendable, Hashable {
  /// The identifier of the trace, 32 hexadecimal digits in lower case.
  package let traceID: String
  /// The value of the field.
  package let text: String

  /// Reads a value; `nil` when it is none that the recommendation allows.
  ///
  /// Versions to come may have further parts, those that are known may not.
  package init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count >= 4, parts.count == 4 || parts[0] != "00", parts[0] != "ff",
      Self.isHexadecimal(parts[0], 2), Self.isIdentifier(parts[1], 32),
      Self.isIdentifier(parts[2], 16), Self.isHexadecimal(parts[3], 2)
    else { return nil }
    traceID = String(parts[1])
    self.text = text
  }

  /// Whether a text can be the identifier of a trace.
  package static func isTraceID(_ text: String) -> Bool { isIdentifier(text[...], 32) }

  private static func isIdentifier(_ text: Substring, _ length: Int) -> Bool {
    isHexadecimal(text, length) && text.utf8.contains { $0 != UInt8(ascii: "0") }
  }

  private static func isHexadecimal(_ text: Substring, _ length: Int) -> Bool {
    text.utf8.count == length
      && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }
}

extension JournalEntry {
  /// The request's place in a trace; `nil` when it tells none, or several.
  package var traceParent: TraceParent? {
    let values = values("traceparent")
    return values.count == 1 ? TraceParent(values[0]) : nil
  }
}
