import JSONText

/// The generators that are known, by the names that files use for them.
enum GeneratorTable {
  private typealias Make = @Sendable (GeneratorDefinition) throws(RuleError) -> any Generator

  private static let generators: [String: Make] = [
    "RandomInt": { it throws(RuleError) in try RandomIntGenerator(it) },
    "RandomDecimal": { it throws(RuleError) in try RandomDecimalGenerator(it) },
    "RandomHexadecimal": { it throws(RuleError) in try RandomHexadecimalGenerator(it) },
    "RandomString": { it throws(RuleError) in try RandomStringGenerator(it) },
    "RandomBoolean": { _ throws(RuleError) in RandomBooleanGenerator() },
    "Regex": { it throws(RuleError) in try RegexGenerator(it) },
    "Uuid": { it throws(RuleError) in try UUIDGenerator(it) },
    "Date": { it throws(RuleError) in try DateTimeGenerator(.date, it) },
    "Time": { it throws(RuleError) in try DateTimeGenerator(.time, it) },
    "DateTime": { it throws(RuleError) in try DateTimeGenerator(.dateTime, it) },
    "ProviderState": { it throws(RuleError) in try ProviderStateGenerator(it) },
    "MockServerURL": { it throws(RuleError) in try MockServerURLGenerator(it) },
  ]

  /// Makes a generator from its definition, e.g. `{"type": "RandomInt", "min": 0}`.
  ///
  /// - Throws: ``RuleError`` for a generator that is not known or lacks something.
  static func generator(_ definition: JSONValue) throws(RuleError) -> any Generator {
    guard definition.kind == .object else {
      throw RuleError("expected an object as generator", rule: definition)
    }
    do throws(RuleError) {
      let generator = GeneratorDefinition(json: definition)
      let type = try generator.type()
      guard let make = generators[type] else {
        let known = generators.keys.sorted().joined(separator: ", ")
        throw RuleError("the generator '\(type)' is not known; known are \(known)")
      }
      return try make(generator)
    } catch {
      throw RuleError(error.message, rule: error.rule ?? definition)
    }
  }
}
