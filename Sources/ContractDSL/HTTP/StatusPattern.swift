import JSONText

/// The status of a response: one code, or a class of them.
public struct StatusPattern: Sendable, Hashable {
  /// The code of the example.
  let code: Int
  /// What else may stand there.
  let rule: JSONValue?

  private init(_ code: Int, _ rule: JSONValue?) {
    self.code = code
    self.rule = rule
  }

  /// Creates a pattern that holds for one code.
  public init(_ code: Int) { self.init(code, nil) }

  private static func anyOf(_ name: String, _ example: Int) -> StatusPattern {
    StatusPattern(example, Rule.named("statusCode", "status", name))
  }

  /// Any status from 100 to 199.
  public static func information(_ example: Int = 100) -> StatusPattern { anyOf("info", example) }
  /// Any status from 200 to 299.
  public static func success(_ example: Int = 200) -> StatusPattern { anyOf("success", example) }
  /// Any status from 300 to 399.
  public static func redirect(_ example: Int = 302) -> StatusPattern { anyOf("redirect", example) }
  /// Any status from 400 to 499.
  public static func clientError(_ example: Int = 400) -> StatusPattern {
    anyOf("clientError", example)
  }
  /// Any status from 500 to 599.
  public static func serverError(_ example: Int = 500) -> StatusPattern {
    anyOf("serverError", example)
  }
  /// Any status below 400.
  public static func nonError(_ example: Int = 200) -> StatusPattern { anyOf("nonError", example) }
  /// Any status from 400.
  public static func error(_ example: Int = 400) -> StatusPattern { anyOf("error", example) }

  /// One of several codes, of which the first is the example.
  public static func oneOf(_ example: Int, _ others: Int...) -> StatusPattern {
    let codes = [example] + others
    return StatusPattern(
      example,
      Rule.make("statusCode") { writer in
        writer.key("status")
        writer.array { writer in for code in codes { writer.number(String(code)) } }
      })
  }
}

extension StatusPattern: ExpressibleByIntegerLiteral {
  /// Creates a pattern that holds for one code.
  public init(integerLiteral code: Int) { self.init(code) }
}
