package import ContractModel
package import JSONText

/// Infers the matching rules that an example of a JSON body stands for.
///
/// Values are compared by type, so that another answer of the same service fits as well: integers stay
/// integers, texts that look like dates, times or UUIDs stay such, and lists whose elements are alike
/// may have any number of them.
package struct RuleInference {
  private var rules: [MatchingRuleSet] = []

  /// The rules for an example.
  package static func rules(for example: JSONValue) -> [MatchingRuleSet] {
    var inference = RuleInference()
    inference.visit(example, [])
    return inference.rules
  }

  private mutating func visit(_ value: JSONValue, _ path: [PathExpression.Token]) {
    switch value.kind {
    case .object:
      if value.members.first == nil { add(Self.type, path) }
      for member in value.members where Self.canBeNamed(path + [.key(member.name)]) {
        visit(member.value, path + [.key(member.name)])
      }
    case .array: visit(elements: Array(value.elements), path)
    case .number:
      let isInteger = value.text.utf8.allSatisfy { $0 == 0x2D || (0x30...0x39).contains($0) }
      add(Self.rule("match", isInteger ? "integer" : "number"), path)
    case .string: add(Self.rule(for: value.string ?? ""), path)
    case .boolean: add(Self.type, path)
    case .null: break
    }
  }

  private mutating func visit(elements: [JSONValue], _ path: [PathExpression.Token]) {
    guard let first = elements.first else { return add(Self.type, path) }
    guard elements.dropFirst().allSatisfy({ Self.alike(first, $0) }) else {
      for (index, element) in elements.enumerated() { visit(element, path + [.index(index)]) }
      return
    }
    add(
      JSONValue.make { writer in
        writer.object { writer in
          writer.member("match", "type")
          writer.member("min", 1)
        }
      }, path)
    visit(Self.merged(elements), path + [.anyElement])
  }

  private mutating func add(_ rule: JSONValue, _ path: [PathExpression.Token]) {
    rules.append(MatchingRuleSet(.body, PathExpression(path).description, rules: [rule]))
  }

  /// Whether a path can be written in a rule.
  private static func canBeNamed(_ path: [PathExpression.Token]) -> Bool {
    (try? PathExpression(parsing: PathExpression(path).description))?.tokens == path
  }

  // MARK: - Lists

  /// Whether what fits one value fits the other, too.
  private static func alike(_ left: JSONValue, _ right: JSONValue) -> Bool {
    guard left.kind == right.kind else { return false }
    switch left.kind {
    case .object:
      let names = Set(left.members.map(\.name))
      return names == Set(right.members.map(\.name))
        && names.allSatisfy { name in
          guard let one = left[name], let other = right[name] else { return false }
          return alike(one, other)
        }
    case .array:
      guard let first = Array(left.elements).first ?? Array(right.elements).first else {
        return true
      }
      return (Array(left.elements) + Array(right.elements)).allSatisfy { alike(first, $0) }
    case .string:
      // A list of dates in which one is none is a list of texts.
      return true
    default: return true
    }
  }

  /// The element whose rules fit all elements.
  private static func merged(_ elements: [JSONValue]) -> JSONValue {
    guard let first = elements.first else { return JSONValue.make { $0.null() } }
    switch first.kind {
    case .number:
      return elements.first { $0.text.utf8.contains { !(0x30...0x39).contains($0) && $0 != 0x2D } }
        ?? first
    case .string:
      let rules = Set(elements.map { rule(for: $0.string ?? "").description })
      return rules.count == 1 ? first : JSONValue.make { $0.string("text") }
    case .array:
      let all = elements.flatMap(\.elements)
      return JSONValue.make { writer in
        writer.array { writer in if !all.isEmpty { writer.value(merged(all)) } }
      }
    case .object:
      return JSONValue.make { writer in
        writer.object { writer in
          for member in first.members {
            writer.member(member.name, merged(elements.compactMap { $0[member.name] }))
          }
        }
      }
    default: return first
    }
  }

  // MARK: - Texts

  private static let type = rule("match", "type")

  private static func rule(_ pairs: String...) -> JSONValue {
    JSONValue.make { writer in
      writer.object { writer in
        for place in stride(from: 0, to: pairs.count - 1, by: 2) {
          writer.member(pairs[place], pairs[place + 1])
        }
      }
    }
  }

  private static func rule(for text: String) -> JSONValue {
    if isUUID(text) {
      return rule(
        "match", "regex", "regex",
        "^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$")
    }
    if let format = RecordedTime.format(of: text) {
      return rule("match", format.kind, "format", format.pattern)
    }
    return type
  }

  private static func isUUID(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    return parts.map(\.utf8.count) == [8, 4, 4, 4, 12]
      && parts.allSatisfy { $0.allSatisfy { $0.isASCII && $0.isHexDigit } }
  }
}
