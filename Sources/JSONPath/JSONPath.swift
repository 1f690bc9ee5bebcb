package import JSONText

/// A JSONPath in the dialect of Jayway's library, which WireMock's files use; compiled once.
///
/// `$.store.book[?(@.price < 10)].title`. Where the dialect departs from RFC 9535 is written in
/// docs/jsonpath.md. A path without `$` starts at the root. Evaluation takes a limited number of
/// steps, and memory in proportion to them.
package struct JSONPath: Sendable {
  /// The path as it was written.
  package let text: String
  /// Whether the path leads to one place at most: no wildcard, descent, slice, union or filter.
  package let isDefinite: Bool
  let segments: [PathSegment]

  /// How many steps an evaluation may take unless told otherwise.
  package static let stepLimit = 5_000_000

  /// Compiles a path.
  ///
  /// - Throws: ``JSONPathError`` with the column and what is expected there.
  package init(_ text: String) throws(JSONPathError) {
    var parser = PathParser(text)
    segments = try parser.run()
    self.text = text
    isDefinite = PathSegment.areDefinite(segments)
  }

  /// Evaluates the path.
  ///
  /// - Parameters:
  ///   - root: what `$` stands for.
  ///   - stepLimit: how many steps it may take.
  /// - Returns: one value, a list of values, or that there is nothing.
  /// - Throws: ``JSONPathFailure`` when it takes too many steps.
  package func evaluate(
    _ root: JSONValue, stepLimit: Int = JSONPath.stepLimit
  ) throws(JSONPathFailure) -> JSONPathResult {
    var evaluation = PathEvaluation(root: root, stepLimit: stepLimit)
    return try evaluation.run(segments, on: root)
  }
}
