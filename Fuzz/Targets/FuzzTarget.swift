/// What is fuzzed: each target takes bytes of any kind and must neither crash nor break its promises.
package enum FuzzTarget: String, CaseIterable, Sendable {
  /// Reading and writing JSON.
  case json
  /// Path expressions.
  case path
  /// Loading matching rules and generators, alone and in contract files.
  case rules
  /// Comparing bodies of every media type.
  case match
  /// JSONPaths of stub mappings.
  case jsonPath
  /// Templates of responses.
  case template

  /// Runs one input.
  ///
  /// - Returns: which promise was broken, or `nil`.
  package func run(_ input: [UInt8]) -> String? {
    switch self {
    case .json: JSONTarget.run(input)
    case .path: PathTarget.run(input)
    case .rules: RulesTarget.run(input)
    case .match: MatchTarget.run(input)
    case .jsonPath: JSONPathTarget.run(input)
    case .template: TemplateTarget.run(input)
    }
  }
}
