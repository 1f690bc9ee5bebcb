/// One difference between what a contract promises and what came.
///
/// A mismatch is a value and never thrown.
public struct Mismatch: Sendable, Hashable {
  /// The part of the exchange that differs.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// The method of a request.
    case method
    /// The path of a request.
    case path
    /// A query parameter.
    case query
    /// A header field.
    case header
    /// A place in the body, or in the contents of a message.
    case body
    /// The media type of the body.
    case bodyContentType = "body-content-type"
    /// The status of a response.
    case status
    /// A member of a message's metadata.
    case metadata
    /// A budget for the time of answers, which no contract holds; the path is its measure.
    case latency
  }

  /// The part of the exchange that differs.
  public var kind: Kind
  /// The place: a field's name as in the contract, a JSON path (`$.items[0].id`), or empty.
  public var path: String
  /// What the contract expects there; a JSON text in a JSON body.
  public var expected: String
  /// What came; a JSON text in a JSON body.
  public var actual: String
  /// The difference in a sentence.
  public var message: String
  /// The name of the rule that decided, or `nil` when it was equality by default.
  public var rule: String?
  /// The line of the contract file that expects it.
  public var location: FileLocation?

  /// Creates a mismatch.
  public init(
    _ kind: Kind, path: String = "", expected: String, actual: String, message: String,
    rule: String? = nil, location: FileLocation? = nil
  ) {
    self.kind = kind
    self.path = path
    self.expected = expected
    self.actual = actual
    self.message = message
    self.rule = rule
    self.location = location
  }
}
