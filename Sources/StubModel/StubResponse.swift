package import ContractModel
package import JSONText

/// What a stub answers.
package struct StubResponse: Sendable {
  /// The status code.
  package var status: Int = 200
  /// The reason phrase, or `nil` for the usual one.
  package var reason: String?
  /// The header fields, in order.
  package var headers: [Field] = []
  /// The body.
  package var body: StubBody = .none
  /// How late it is.
  package var delay: StubDelay = StubDelay()
  /// In how many chunks and over which time the body comes, or `nil` for at once.
  package var dribble: StubDribble?
  /// What goes wrong, or `nil`.
  package var fault: StubFault?
  /// Where the request is passed on to, or `nil` when the stub answers itself.
  package var proxy: StubProxy?
  /// Whether body, headers and file name are templates.
  package var isTemplate: Bool = false
  /// The values that templates see as `parameters`, an object, or `nil`.
  package var parameters: JSONValue?
  /// The response as it was given, for problems that its templates turn out to have.
  package var cursor: StubCursor

  /// Creates a response with nothing but status 200.
  package init(_ cursor: StubCursor) { self.cursor = cursor }
}
