import ContractModel
import JSONText

/// What the patterns of one request, response or message become, beside their example.
struct Compilation {
  /// What is compiled, as problems name it: `request`, `response`, `message`.
  let part: String
  var rules: [MatchingRuleSet] = []
  var generators: [GeneratorEntry] = []
  /// What is wrong, each with its place.
  var problems: [String] = []

  init(_ part: String) { self.part = part }

  /// Notes what is wrong at a place.
  ///
  /// - Parameter place: within the part, e.g. `header 'Accept'`.
  mutating func report(_ problem: String, at place: String) {
    problems.append("the \(part) \(place): \(problem)")
  }

  /// Adds the rules for a place, if there are any.
  mutating func add(
    _ list: RuleList, _ category: MatchingRuleSet.Category, _ selector: String = ""
  ) {
    guard !list.isEmpty else { return }
    rules.append(
      MatchingRuleSet(category, selector, combination: list.combination, rules: list.rules))
  }

  /// Adds the generator for a place, if there is one.
  mutating func add(
    _ definition: JSONValue?, _ category: MatchingRuleSet.Category, _ selector: String = ""
  ) {
    guard let definition else { return }
    generators.append(GeneratorEntry(category, selector, definition: definition))
  }

  /// The rules by category, in the order of a contract file.
  var rulesInOrder: [MatchingRuleSet] {
    MatchingRuleSet.Category.allCases.flatMap { category in
      rules.filter { $0.category == category }
    }
  }

  /// The generators by category, in the order of a contract file.
  var generatorsInOrder: [GeneratorEntry] {
    MatchingRuleSet.Category.allCases.flatMap { category in
      generators.filter { $0.category == category }
    }
  }
}
