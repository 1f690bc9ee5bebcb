import ContractModel
import JSONText

/// One walk over an expected and an actual JSON body, side by side.
struct JSONComparison {
  private let plan: JSONPlan
  /// Whether keys that the contract does not name are refused, as in requests.
  private let isStrict: Bool
  private let places: PlaceFinder
  private var path = MismatchPath()
  private(set) var mismatches: [Mismatch] = []

  init(_ plan: JSONPlan, isStrict: Bool, places: PlaceFinder) {
    self.plan = plan
    self.isStrict = isStrict
    self.places = places
  }

  mutating func run(_ actual: JSONValue) {
    compare(plan.expected, actual, plan.root)
  }

  private mutating func compare(_ expected: JSONValue, _ actual: JSONValue, _ node: Int) {
    let rule = node == JSONPlan.plain ? nil : plan.nodes[node].rule
    let isInherited = node != JSONPlan.plain && plan.nodes[node].isInherited
    switch (expected.kind, actual.kind) {
    case (.object, .object):
      if let rule, !check(rule, isInherited, expected, actual) { return }
      object(expected, actual, node)
    case (.array, .array):
      if let rule {
        let holds = check(rule, isInherited, expected, actual)
        // A wrong number of elements does not hide what differs in them.
        if holds || rule.rules.contains(where: { $0.elementCount != nil }) {
          elements(expected, actual, node)
        }
      } else {
        array(expected, actual, node)
      }
    case (.object, _), (.array, _):
      if let rule, !isInherited {
        _ = check(rule, isInherited, expected, actual, prefix: "Type mismatch: ")
      } else {
        add(
          expected, actual,
          "Type mismatch: Expected \(Operand.json(actual).described) to be the same type as"
            + " \(Operand.json(expected).described)", rule)
      }
    default:
      if let rule {
        _ = check(rule, isInherited, expected, actual)
      } else if expected != actual {
        add(
          expected, actual,
          "Expected \(Operand.json(actual).described) to be equal to"
            + " \(Operand.json(expected).described)", nil)
      }
    }
  }

  /// Asks the rules of a place, and notes what differs.
  private mutating func check(
    _ rule: RuleSet, _ isInherited: Bool, _ expected: JSONValue, _ actual: JSONValue,
    prefix: String = ""
  ) -> Bool {
    let isContainer =
      expected.kind == actual.kind && (expected.kind == .object || expected.kind == .array)
    let differences = rule.differences(
      of: .json(actual), from: .json(expected), isInherited: isInherited,
      isContainer: isContainer)
    for (name, message) in differences {
      let prefix = name == "type" ? prefix : ""
      add(expected, actual, prefix + message, rule, name)
    }
    return differences.isEmpty
  }

  private mutating func object(_ expected: JSONValue, _ actual: JSONValue, _ node: Int) {
    if expected.isEmpty {
      if isStrict, !actual.isEmpty {
        add(
          expected, actual, "Expected an empty Map but received \(Excerpt.of(actual))", nil)
      }
      return
    }
    var finder = MemberFinder(actual)
    var missing: [JSONValue] = []
    var found = 0
    for (place, member) in expected.members.enumerated() {
      guard let counterpart = finder.value(of: member.key) else {
        missing.append(member.key)
        continue
      }
      found += 1
      path.enter(member.key)
      compare(member.value, counterpart, plan.child(place, of: node))
      path.leave()
    }
    if !missing.isEmpty || (isStrict && finder.count > found) {
      addKeys(expected, actual, missing)
    }
  }

  private mutating func addKeys(
    _ expected: JSONValue, _ actual: JSONValue, _ missing: [JSONValue]
  ) {
    func list(_ keys: [String]) -> String { keys.joined(separator: ", ") }
    let wanted = list(expected.members.map(\.name))
    let came = list(actual.members.map(\.name))
    let message =
      isStrict
      ? "Expected a Map with keys [\(wanted)] but received one with keys [\(came)]"
      : "Actual map is missing the following keys: \(list(missing.map { $0.string ?? "" }))"
    mismatches.append(
      Mismatch(
        .body, path: path.text, expected: Excerpt.of(expected), actual: Excerpt.of(actual),
        message: message, location: places.location(missing.first ?? expected)))
  }

  /// Elements without a rule: the same number, each equal.
  private mutating func array(_ expected: JSONValue, _ actual: JSONValue, _ node: Int) {
    if expected.isEmpty {
      if !actual.isEmpty {
        add(
          expected, actual,
          "Expected an empty List but received \(Operand.json(actual).shown)", nil)
      }
      return
    }
    let wanted = expected.elements.makeIterator()
    var came = actual.elements.makeIterator()
    var count = 0
    for (index, element) in IteratorSequence(wanted).enumerated() {
      count += 1
      guard let counterpart = came.next() else { continue }
      path.enter(index)
      compare(element, counterpart, plan.child(index, of: node))
      path.leave()
    }
    let actualCount = actual.count
    if actualCount != count {
      add(
        expected, actual,
        "Expected a List with \(count) elements but received \(actualCount) elements", nil)
    }
  }

  /// Elements under a rule: any number, each like its counterpart in the example or like the first.
  private mutating func elements(_ expected: JSONValue, _ actual: JSONValue, _ node: Int) {
    guard let first = expected.elements.first else { return }
    var examples = expected.elements.makeIterator()
    for (index, element) in actual.elements.enumerated() {
      path.enter(index)
      if let example = examples.next() {
        compare(example, element, plan.child(index, of: node))
      } else {
        let special = plan.nodes[node].special[index]
        compare(first, element, special ?? plan.nodes[node].template)
      }
      path.leave()
    }
  }

  private mutating func add(
    _ expected: JSONValue, _ actual: JSONValue, _ message: String, _ rule: RuleSet?,
    _ name: String? = nil
  ) {
    mismatches.append(
      Mismatch(
        .body, path: path.text, expected: Excerpt.of(expected), actual: Excerpt.of(actual),
        message: message, rule: name ?? rule?.name, location: places.location(expected)))
  }
}
