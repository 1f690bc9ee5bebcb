/// Compiles the regular expressions of `pattern` and `patternProperties`.
///
/// JSON Schema asks for the dialect of ECMA-262 with the `u` flag (Core 2020-12, section 6.4). This
/// module has no engine of its own: who uses it brings one.
public protocol PatternMatching: Sendable {
  /// Compiles a regular expression.
  ///
  /// - Parameter pattern: the text of the expression, ECMA-262.
  /// - Throws: what the engine says about an invalid expression.
  func compile(_ pattern: String) throws -> any CompiledPattern
}

/// A regular expression that is ready for use.
public protocol CompiledPattern: Sendable {
  /// Whether the expression matches anywhere in a text: it is not anchored.
  ///
  /// - Parameter text: the text to search.
  func matches(_ text: String) -> Bool
}
