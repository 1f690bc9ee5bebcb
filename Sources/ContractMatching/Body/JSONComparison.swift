import ContractModel
import JSONText

/// One walk over an expected and an actual JSON body, side by side.
///
/// Values are numbers of nodes in their documents; views, texts and paths are made only where something
/// differs or a rule has to look closer.
struct JSONComparison {
  let plan: JSONPlan
  let isStrict: Bool
  let isText: Bool
  let places: PlaceFinder
  let wanted: JSONDocument
  let came: JSONDocument
  var path: [JSONPathStep] = []
  var mismatches: [Mismatch] = []
  /// While a value is only tried: nothing is noted but that it does not fit.
  var isTrying = false
  var hasFailed = false
  /// Whether only what rules name is compared, as in the values under an `eachKey`.
  var isFree = false
  /// How many more pairs may be tried where elements are found in any order.
  var trials = 1_000_000

  /// - Parameters:
  ///   - actual: the document whose root is compared.
  ///   - isStrict: whether keys that the contract does not name are refused, as in requests.
  ///   - isText: whether strings are texts that may spell a value of another kind.
  init(
    _ plan: JSONPlan, _ actual: JSONDocument, isStrict: Bool, places: PlaceFinder,
    isText: Bool = false
  ) {
    self.isText = isText
    self.plan = plan
    self.isStrict = isStrict
    self.places = places
    wanted = plan.expected.document
    came = actual
  }

  /// Compares the whole bodies; what differs is in `mismatches`, in the order of the document.
  mutating func run() {
    compare(plan.expected.node, 0, plan.root)
  }

  mutating func compare(_ expected: UInt32, _ actual: UInt32, _ place: Int32) {
    guard place >= 0 else {
      if !isFree { compareByEquality(expected, actual) }
      return
    }
    let node = plan.nodes[Int(place)]
    if isFree, node.rule >= 0 {
      // A rule says what is compared in its place.
      isFree = false
      compare(expected, actual, place)
      isFree = true
      return
    }
    if node.alternatives >= 0 {
      return compare(expected, actual, anyOf: plan.alternatives[Int(node.alternatives)])
    }
    let (example, value) = (wanted.tape[Int(expected)], came.tape[Int(actual)])
    let kinds = ValueKinds(value)
    switch (example.kind, value.kind) {
    case (.object, .object):
      guard node.rule < 0 || node.accepts.contains(kinds) || check(expected, actual, node) else {
        return
      }
      if node.structure >= 0 {
        compareOpen(expected, actual, place, plan.structures[Int(node.structure)])
      } else {
        compareMembers(expected, actual, place)
      }
    case (.array, .array):
      guard node.rule >= 0 else { return compareElementsByEquality(expected, actual, place) }
      let holds = node.accepts.contains(kinds) || check(expected, actual, node)
      // A wrong number of elements does not hide what differs in them.
      guard holds || plan.rules[Int(node.rule)].rules.contains(where: { $0.elementCount != nil })
      else { return }
      compareElements(expected, actual, place, node)
    default:
      if node.rule >= 0 {
        if !node.accepts.contains(kinds) { _ = check(expected, actual, node) }
      } else if example.kind == .object || example.kind == .array {
        addClash(expected, actual)
      } else if !isFree, !wanted.hasSameScalar(expected, as: actual, in: came) {
        addDifference(expected, actual)
      }
    }
  }

  /// A subtree without rules.
  mutating func compareByEquality(_ expected: UInt32, _ actual: UInt32) {
    let kind = wanted.tape[Int(expected)].kind
    guard kind == .object || kind == .array else {
      if !wanted.hasSameScalar(expected, as: actual, in: came) { addDifference(expected, actual) }
      return
    }
    guard came.tape[Int(actual)].kind == kind else { return addClash(expected, actual) }
    if kind == .object {
      compareMembers(expected, actual, JSONPlan.plain)
    } else {
      compareElementsByEquality(expected, actual, JSONPlan.plain)
    }
  }

  /// Asks the rules of a place, and notes what differs.
  mutating func check(
    _ expected: UInt32, _ actual: UInt32, _ node: JSONPlan.Node
  ) -> Bool {
    let set = plan.rules[Int(node.rule)]
    let (example, value) = (view(expected, wanted), view(actual, came))
    let position = RuleSet.Position(
      isInherited: node.isInherited,
      isContainer: example.isContainer && example.kind == value.kind,
      isClash: example.isContainer && example.kind != value.kind)
    let differences = set.differences(
      of: operand(value), from: operand(example), position)
    return note(differences, expected, actual)
  }

  func operand(_ value: JSONValue) -> Operand {
    if isText, let text = value.string { return .text(text) }
    return .json(value)
  }

  mutating func note(
    _ differences: [(rule: String, message: String)], _ expected: UInt32?, _ actual: UInt32
  ) -> Bool {
    for (rule, message) in differences where tells() { add(expected, actual, rule, message) }
    return differences.isEmpty
  }
}
