import JSONText

/// The single values that JSON and texts have in common.
extension LeafPattern {
  static func string(_ example: String) -> LeafPattern {
    LeafPattern(example, [Rule.type], .anyText)
  }

  static func integer(_ example: Int) -> LeafPattern {
    LeafPattern(String(example), isString: false, [Rule.named("integer")], .regex(#"-?\d+"#))
  }

  static func number(_ example: Double, rule: String) -> LeafPattern {
    let fraction = rule == "decimal" ? "" : "?"
    let expression = #"-?\d+(?:\.\d+)\#(fraction)(?:[eE][+-]?\d+)?"#
    return LeafPattern(
      example.isFinite ? example.description : "0", isString: false, [Rule.named(rule)],
      .regex(expression),
      problem: example.isFinite ? nil : "\(example) is no number in JSON")
  }

  static func number(_ example: Int) -> LeafPattern {
    var leaf = number(0.0, rule: "number")
    leaf.example = String(example)
    return leaf
  }

  static func boolean(_ example: Bool) -> LeafPattern {
    LeafPattern(
      String(example), isString: false, [Rule.named("boolean")], .regex("true|false"))
  }

  static func matching(_ expression: String, _ example: String) -> LeafPattern {
    LeafPattern(example, [Rule.regex(expression)], .regex(expression))
  }

  static func include(_ text: String, _ example: String?) -> LeafPattern {
    LeafPattern(
      example ?? text, [Rule.named("include", "value", text)],
      .regex(".*\(RegexText.escaped(text)).*"))
  }

  static func date(_ rule: String, _ example: String, _ format: String) -> LeafPattern {
    LeafPattern(
      example, [Rule.named(rule, "format", format)], .regex(DateFormat.expression(format)))
  }

  static func uuid(_ example: String) -> LeafPattern {
    matching("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}", example)
  }

  static func semver(_ example: String) -> LeafPattern {
    LeafPattern(
      example, [Rule.named("semver")],
      .regex(#"\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?(?:\+[0-9A-Za-z.-]+)?"#))
  }

  static func notEmpty(_ example: String) -> LeafPattern {
    LeafPattern(example, [Rule.named("notEmpty")], .anyText)
  }

  static func contentType(_ type: String, _ example: String) -> LeafPattern {
    LeafPattern(example, [Rule.named("contentType", "value", type)], .none)
  }

  static func rule(_ rule: JSONValue, _ example: String) -> LeafPattern {
    LeafPattern(example, [rule], .none)
  }

  static func oneOf(_ texts: [String]) -> LeafPattern {
    let regex = alternatives(texts)
    // A rule `regex` also takes a number, by its JSON text: a text that spells one needs another rule.
    let mayBeOther = texts.contains { text in
      (try? JSONValue(parsing: text)).map { $0.kind != .string } ?? false
    }
    let rules = [Rule.regex(RegexText.whole(regex))] + (mayBeOther ? [Rule.type] : [])
    return LeafPattern(
      texts.first ?? "", rules, .regex(regex), problem: texts.isEmpty ? noChoice : nil)
  }

  static func oneOf(_ numbers: [Int]) -> LeafPattern {
    let regex = alternatives(numbers.map { String($0) })
    return LeafPattern(
      String(numbers.first ?? 0), isString: false,
      [Rule.regex(RegexText.whole(regex)), Rule.named("integer")], .regex(regex),
      problem: numbers.isEmpty ? noChoice : nil)
  }

  private static func alternatives(_ texts: [String]) -> String {
    RegexText.group(RegexText.anyOf(texts.map(RegexText.escaped)))
  }

  private static let noChoice = "'.oneOf' has nothing to choose from"
}
