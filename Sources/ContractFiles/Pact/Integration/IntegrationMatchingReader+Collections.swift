import ContractModel
import JSONText

extension IntegrationMatchingReader {
  /// `arrayContains`: each variant is a body of its own.
  func addVariants(to matching: inout IntegrationMatching) throws(Diagnostic) {
    guard let variants = object["variants"] else {
      throw context.error("the matching rule 'arrayContains' needs an array 'variants'", at: object)
    }
    guard variants.kind == .array else {
      throw context.error(
        "expected an array for 'variants', found \(variants.kind.name)", at: variants)
    }
    var bodies: [IntegrationBody] = []
    for variant in variants.elements {
      var reader = IntegrationReader(context: context, variantDepth: depth + 1)
      bodies.append(try reader.read(variant))
    }
    matching.variants = bodies.map(\.example)
    matching.rules = [
      context.make(at: object) { writer in
        writer.object { writer in
          writer.member("match", "arrayContains")
          writer.key("variants")
          writer.array { writer in
            for (index, body) in bodies.enumerated() { body.write(asVariant: index, to: &writer) }
          }
        }
      }
    ]
  }

  /// `eachKey` and `eachValue`: rules for every key or value.
  func addEach(
    _ name: MatcherName, to matching: inout IntegrationMatching
  ) throws(Diagnostic) {
    guard let rules = object["rules"] else {
      throw context.error("the matching rule '\(name.rawValue)' needs 'rules'", at: object)
    }
    try checkCount(of: rules)
    var each = IntegrationMatching()
    for rule in rules.kind == .array ? Array(rules.elements) : [rules] {
      each.add(try self.rule(of: rule, isForElements: name == .eachValue))
    }
    let example = object["value"].flatMap { $0.isContainer ? nil : $0 }
    matching.rules = [
      context.rule(name, each.rules, example: example, generator: object["generator"], at: object)
    ]
    if name == .eachKey {
      matching.key = example?.string ?? each.example?.string
    } else {
      matching.element = example ?? each.sample(context, at: object)
      matching.references = each.references
    }
  }

  /// A rule in `rules`: an expression, integration JSON, or as the specification writes it.
  private func rule(
    of value: JSONValue, isForElements: Bool
  ) throws(Diagnostic) -> IntegrationMatching {
    if let text = value.string, MatchingDefinitionParser.isExpression(text) {
      return try IntegrationExpressionReader(context: context, object: object, type: value)
        .read(isForElements: isForElements)
    }
    if value.kind == .string { return try rule(value) }
    if value["match"]?.kind == .string {
      var matching = IntegrationMatching()
      matching.rules = [value]
      return matching
    }
    return try nested(value)
  }
}

extension JSONValue {
  /// Whether the value is an array or object.
  fileprivate var isContainer: Bool { kind == .array || kind == .object }
}
