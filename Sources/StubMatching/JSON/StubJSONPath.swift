import JSONText
import StubModel

/// A JSONPath of a stub mapping.
struct StubJSONPath: Sendable {
  /// Whether it can lead to one value only.
  var isDefinite: Bool { true }

  /// Compiles a path.
  ///
  /// - Throws: ``StubProblem`` when it is no JSONPath.
  init(_ cursor: StubCursor) throws(StubProblem) {
    throw cursor.problem("JSONPath is not supported yet")
  }

  /// The values that it leads to.
  func values(in json: JSONValue) -> [JSONValue] { [] }
}
