import StubModel

/// The templates of a response, compiled.
package struct StubTemplate: Sendable {
  /// Compiles the templates of body, header fields and file name.
  ///
  /// - Throws: ``StubProblem`` when one of them cannot be used.
  init(_ response: StubResponse, _ dialect: StubDialect) throws(StubProblem) {
    throw (response.cursor["transformers"] ?? response.cursor).problem(
      "response templates are not supported yet; remove the transformer")
  }
}
