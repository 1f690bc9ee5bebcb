import ContractModel
import JSONText

extension PactRulesReader {
  /// Reads generators.
  func readGenerators(_ value: JSONValue?) throws(Diagnostic) -> [GeneratorEntry] {
    guard let value, !value.isNull else { return [] }
    try context.require(value, .object, "generators")
    var entries: [GeneratorEntry] = []
    for member in value.members {
      if member.name.hasPrefix("$") {
        let expression = try path(member.key)
        guard case .key(let part)? = expression.tokens.first else { continue }
        let category = try self.category(named: part, at: member.key)
        let rest = PathExpression(Array(expression.tokens.dropFirst()))
        entries.append(
          GeneratorEntry(
            category, selector(rest, in: category), definition: try generator(member.value)))
        continue
      }
      let category = try self.category(named: member.name, at: member.key)
      try context.require(member.value, .object, member.name)
      if member.value["type"]?.string != nil {
        entries.append(GeneratorEntry(category, "", definition: member.value))
        continue
      }
      for entry in member.value.members {
        if category == .body { _ = try path(entry.key) }
        entries.append(
          GeneratorEntry(category, entry.name, definition: try generator(entry.value)))
      }
    }
    return entries
  }

  /// An object that says which generator it is. Which ones are known is decided where they are
  /// used.
  private func generator(_ value: JSONValue) throws(Diagnostic) -> JSONValue {
    try context.require(value, .object, "generator")
    guard let type = value["type"] else {
      throw context.error("the generator has no 'type'", at: value)
    }
    _ = try context.string(type, "type")
    return value
  }
}
