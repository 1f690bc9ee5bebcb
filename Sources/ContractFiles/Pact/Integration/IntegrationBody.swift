import ContractModel
import JSONText

/// A body without its integration JSON: the plain example, and what loosens it.
struct IntegrationBody {
  /// The example.
  var example: JSONValue
  /// The rules, one set for each path.
  var rules: [MatchingRuleSet] = []
  /// The generators, one for each path.
  var generators: [GeneratorEntry] = []

  private var places: [String: Int] = [:]
  private var known: Set<String> = []

  /// Creates a body that nothing loosens yet.
  init(example: JSONValue) { self.example = example }

  /// Adds rules for a path; elements of a list are alike, so that the same one may come often.
  mutating func add(_ rules: [JSONValue], at selector: String) {
    for rule in rules where known.insert("\(selector)\n\(rule.text)").inserted {
      if let place = places[selector] {
        self.rules[place].rules.append(rule)
      } else {
        places[selector] = self.rules.count
        self.rules.append(MatchingRuleSet(.body, selector, rules: [rule]))
      }
    }
  }

  /// Sets the generator of a path that has none yet.
  mutating func add(generator: JSONValue, at selector: String) {
    guard known.insert("generator\n\(selector)").inserted else { return }
    generators.append(GeneratorEntry(.body, selector, definition: generator))
  }

  /// Writes the body's rules and generators as a variant of the rule `arrayContains`.
  func write(asVariant index: Int, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("index", index)
      writer.key("rules")
      writer.object { writer in
        for set in rules {
          writer.key(set.selector)
          writer.object { writer in
            writer.member("combine", set.combination.rawValue)
            writer.key("matchers")
            writer.array { writer in for rule in set.rules { writer.value(rule) } }
          }
        }
      }
      guard !generators.isEmpty else { return }
      writer.key("generators")
      writer.object { writer in
        for entry in generators { writer.member(entry.selector, entry.definition) }
      }
    }
  }
}
