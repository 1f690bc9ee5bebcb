import Testing

/// Something that is wrong with what a mock was asked.
struct MockProblem: Sendable {
  /// What is wrong, and what to do.
  let text: String
  /// The line that found it; `nil` for that of the scope.
  var site: CallSite?
}
