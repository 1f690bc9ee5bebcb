/// A request or a response as it went over the wire, with only the start of a long body.
public struct RecordedMessage: Sendable, Hashable {
  /// The line that says what it is: `GET http://127.0.0.1:8080/orders/42`, or the status `200`.
  public var start: String
  /// The header fields; the value of a secret one is `***`.
  public var headers: [Field]
  /// The body, or its start; `nil` when it is no text.
  public var body: String?
  /// How many bytes the whole body has.
  public var bodySize: Int

  /// Whether the body is longer than what is kept of it.
  public var isCut: Bool { body.map { $0.utf8.count < bodySize } ?? (bodySize > 0) }

  /// Creates a message.
  ///
  /// - Parameters:
  ///   - start: the line that says what it is.
  ///   - headers: the header fields.
  ///   - body: the whole body.
  ///   - limit: how many bytes of the body are kept; no character is cut in two.
  public init(start: String, headers: [Field] = [], body: [UInt8] = [], limit: Int = 16_384) {
    self.start = start
    self.headers = headers
    self.body = Self.text(body, limit)
    bodySize = body.count
  }

  private static func text(_ bytes: [UInt8], _ limit: Int) -> String? {
    var part = bytes.prefix(max(0, limit))
    if part.count < bytes.count {
      while let last = part.last, last & 0xC0 == 0x80 { part.removeLast() }
      if let last = part.last, last >= 0xC0 { part.removeLast() }
    }
    guard !part.contains(0) else { return nil }
    return String(validating: part, as: UTF8.self)
  }
}
