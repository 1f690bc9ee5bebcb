import JSONText

/// Texts for regular expressions, where an example is looked for once.
package enum RegexExamples {
  /// Makes texts that an expression matches as a whole; those that do not are left out.
  ///
  /// - Parameters:
  ///   - count: how often it is tried.
  ///   - pattern: the expression.
  ///   - context: where the random numbers come from.
  /// - Throws: ``RuleError`` when the expression is not valid, or has something that no text can be made
  ///   for, such as a look-around.
  package static func texts(
    _ count: Int, for pattern: String, _ context: inout GenerationContext
  ) throws(RuleError) -> [String] {
    let definition = JSONValue.make { $0.object { $0.member("regex", pattern) } }
    let generator = try RegexGenerator(GeneratorDefinition(json: definition))
    var texts: [String] = []
    for _ in 0..<count {
      guard let value = try? generator.value(&context) else { continue }
      texts.append(value.text)
    }
    return texts
  }
}
