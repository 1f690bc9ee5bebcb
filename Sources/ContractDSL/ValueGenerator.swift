public import JSONText

/// Makes a value anew for each request, instead of the example of a pattern.
///
/// ```swift
/// "id": .integer(42).generated(by: .randomInteger(in: 1...99))
/// ```
///
/// Without a generator a contract gives the same values on every run, which is what most tests want.
public struct ValueGenerator: Sendable, Hashable {
  /// The generator as a contract file has it, e.g. `{"type": "RandomInt", "min": 1, "max": 99}`.
  public let definition: JSONValue
  /// The expression, when the value is one of the provider's state.
  let stateExpression: String?
  /// What is wrong with it.
  let problem: String?

  /// Creates a generator from its definition.
  ///
  /// - Parameter definition: an object with a `type`, as a contract file has it.
  public init(_ definition: JSONValue) {
    self.definition = definition
    stateExpression = nil
    problem =
      definition["type"]?.string == nil ? "a generator needs a text 'type', as in a file" : nil
  }

  private init(_ type: String, stateExpression: String?, problem: String?, _ definition: JSONValue)
  {
    self.definition = definition
    self.stateExpression = stateExpression
    self.problem = problem
  }

  init(
    _ type: String, stateExpression: String? = nil, problem: String? = nil,
    _ members: (inout JSONWriter) -> Void = { _ in }
  ) {
    let definition = JSONValue.make { writer in
      writer.object { writer in
        writer.member("type", type)
        members(&writer)
      }
    }
    self.init(type, stateExpression: stateExpression, problem: problem, definition)
  }
}
