import ContractModel
import JSONText

/// One walk over an expected and an actual JSON body, side by side.
///
/// Values are numbers of nodes in their documents; views, texts and paths are made only where something
/// differs or a rule has to look closer.
struct JSONComparison {
  let plan: JSONPlan
  private let isStrict: Bool
  private let isText: Bool
  private let places: PlaceFinder
  let wanted: JSONDocument
  let came: JSONDocument
  private var path: [JSONPathStep] = []
  private(set) var mismatches: [Mismatch] = []
  /// While a value is only tried: nothing is noted but that it does not fit.
  private var isTrying = false
  private var hasFailed = false
  /// How many more pairs may be tried where elements are found in any order.
  private var trials = 4_000_000

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

  private mutating func compare(_ expected: UInt32, _ actual: UInt32, _ place: Int32) {
    guard place >= 0 else {
      return compareByEquality(expected, actual)
    }
    let node = plan.nodes[Int(place)]
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
      } else if !wanted.hasSameScalar(expected, as: actual, in: came) {
        addDifference(expected, actual)
      }
    }
  }

  /// A subtree without rules.
  private mutating func compareByEquality(_ expected: UInt32, _ actual: UInt32) {
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
  private mutating func check(
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

  private func operand(_ value: JSONValue) -> Operand {
    if isText, let text = value.string { return .text(text) }
    return .json(value)
  }

  private mutating func note(
    _ differences: [(rule: String, message: String)], _ expected: UInt32?, _ actual: UInt32
  ) -> Bool {
    for (rule, message) in differences where tells() { add(expected, actual, rule, message) }
    return differences.isEmpty
  }

  // MARK: Objects

  /// An object whose keys are those of the example.
  private mutating func compareMembers(_ expected: UInt32, _ actual: UInt32, _ place: Int32) {
    let end = wanted.tape[Int(expected)].next
    if expected + 1 == end {
      if isStrict, came.tape[Int(actual)].next != actual + 1, tells() {
        add(expected, actual, nil, "Expected an empty Map but received \(shown(actual, came))")
      }
      return
    }
    let mark = mismatches.count
    var finder = MemberFinder(in: came, actual)
    // Of duplicate keys in the example only the last one counts.
    var last = wanted.duplicateKeys.isEmpty ? nil : MemberFinder(in: wanted, expected)
    var missing: [UInt32] = []
    var found = 0
    var key = expected + 1
    var member = 0
    while key < end {
      if last != nil, last?.value(of: key, in: wanted) != key + 1 {
        // Another member of that name follows.
      } else if let counterpart = finder.value(of: key, in: wanted) {
        found += 1
        path.append(.key(key, isExpected: true))
        compare(key + 1, counterpart, plan.child(member, of: place))
        path.removeLast()
        if isTrying, hasFailed { return }
      } else {
        missing.append(key)
      }
      key = wanted.tape[Int(key + 1)].next
      member += 1
    }
    if !missing.isEmpty || (isStrict && finder.hasMore(than: found)) {
      addKeys(expected, actual, missing, at: mark)
    }
  }

  /// An object whose keys are free.
  private mutating func compareOpen(
    _ expected: UInt32, _ actual: UInt32, _ place: Int32, _ structure: JSONPlan.Structure
  ) {
    let node = plan.nodes[Int(place)]
    let first = wanted.tape[Int(expected)].next > expected + 1 ? expected + 2 : nil
    var examples = MemberFinder(in: wanted, expected)
    let end = came.tape[Int(actual)].next
    var key = actual + 1
    while key < end {
      path.append(.key(key, isExpected: false))
      for rules in structure.keys {
        let name = Operand.json(view(key, came))
        _ = note(rules.differences(of: name, from: name), nil, key)
      }
      if let counterpart = examples.place(of: key, in: came) {
        let child = plan.child(counterpart.place, of: place)
        if structure.comparesValues || child >= 0 { compare(counterpart.value, key + 1, child) }
      } else if let first {
        let child = named(node, at: key) ?? node.template
        if structure.comparesValues || child >= 0 { compare(first, key + 1, child) }
      } else {
        checkWithoutExample(key + 1, structure)
      }
      path.removeLast()
      if isTrying, hasFailed { return }
      key = came.tape[Int(key + 1)].next
    }
  }

  private func named(_ node: JSONPlan.Node, at key: UInt32) -> Int32? {
    guard node.named >= 0 else { return nil }
    return plan.named[Int(node.named)].keys[view(key, came).string ?? ""]
  }

  /// A value in a container whose example is empty: the rules for each value are all there is.
  private mutating func checkWithoutExample(_ actual: UInt32, _ structure: JSONPlan.Structure) {
    let value = operand(view(actual, came))
    for rules in structure.values {
      _ = note(rules.differences(of: value, from: value), nil, actual)
    }
  }

  // MARK: Arrays

  /// Elements without a rule: the same number, each equal.
  private mutating func compareElementsByEquality(
    _ expected: UInt32, _ actual: UInt32, _ place: Int32
  ) {
    let (end, actualEnd) = (wanted.tape[Int(expected)].next, came.tape[Int(actual)].next)
    if expected + 1 == end {
      if actual + 1 != actualEnd, tells() {
        add(
          expected, actual, nil,
          "Expected an empty List but received \(Operand.json(view(actual, came)).shown)")
      }
      return
    }
    let mark = mismatches.count
    var (example, element) = (expected + 1, actual + 1)
    var (count, index) = (0, 0)
    while example < end {
      if element < actualEnd {
        path.append(.index(index))
        compare(example, element, plan.child(index, of: place))
        path.removeLast()
        if isTrying, hasFailed { return }
        element = came.tape[Int(element)].next
        index += 1
      }
      example = wanted.tape[Int(example)].next
      count += 1
    }
    if count != index || element < actualEnd, tells() {
      while element < actualEnd {
        element = came.tape[Int(element)].next
        index += 1
      }
      add(
        expected, actual, nil,
        "Expected a List with \(count) elements but received \(index) elements", at: mark)
    }
  }

  /// Elements under a rule: any number, each like its counterpart in the example or like the first.
  private mutating func compareElements(
    _ expected: UInt32, _ actual: UInt32, _ place: Int32, _ node: JSONPlan.Node
  ) {
    if node.structure >= 0 {
      let structure = plan.structures[Int(node.structure)]
      if !structure.variants.isEmpty { return find(structure.variants, expected, actual) }
      if let count = structure.anyOrder {
        return compareInAnyOrder(expected, actual, place, count)
      }
    }
    let (end, actualEnd) = (wanted.tape[Int(expected)].next, came.tape[Int(actual)].next)
    let first = expected + 1
    var (example, element, index) = (first, actual + 1, 0)
    while element < actualEnd {
      path.append(.index(index))
      if example < end {
        compare(example, element, plan.child(index, of: place))
        example = wanted.tape[Int(example)].next
      } else if first < end {
        let special = node.named < 0 ? nil : plan.named[Int(node.named)].indices[index]
        compare(first, element, special ?? node.template)
      } else if node.structure >= 0 {
        checkWithoutExample(element, plan.structures[Int(node.structure)])
      }
      path.removeLast()
      if isTrying, hasFailed { return }
      element = came.tape[Int(element)].next
      index += 1
    }
  }

  /// Each variant is looked for among all elements.
  private mutating func find(
    _ variants: [JSONPlan.Variant], _ expected: UInt32, _ actual: UInt32
  ) {
    let end = came.tape[Int(actual)].next
    for variant in variants {
      var element = actual + 1
      var isFound = false
      while element < end, !isFound {
        isFound = fits(variant.example, element, variant.plan)
        element = came.tape[Int(element)].next
      }
      if !isFound, tells() {
        add(
          variant.example, actual, "arrayContains",
          "Variant at index \(variant.index) (\(shown(variant.example, wanted))) was not found in"
            + " the actual list")
      }
    }
  }

  /// Each element of the example is paired with another actual one, whatever the order.
  private mutating func compareInAnyOrder(
    _ expected: UInt32, _ actual: UInt32, _ place: Int32, _ count: ElementCount
  ) {
    let (examples, elements) = (contents(of: expected, wanted), contents(of: actual, came))
    var pairing = ElementPairing(examples: examples.count, elements: elements.count)
    let unpaired = pairing.unpaired { example, element in
      fits(examples[example], elements[element], plan.child(example, of: place))
    }
    guard trials > 0 else {
      guard tells() else { return }
      return add(
        expected, actual, "ignore-order",
        "The rule ignore-order gave up: there are too many ways to pair \(examples.count) elements"
          + " with \(elements.count)")
    }
    for example in unpaired where tells() {
      add(
        examples[example], actual, "ignore-order",
        "Expected \(shown(examples[example], wanted)) in any place but it was not found")
    }
    if count.isUnlimited, elements.count > examples.count, tells() {
      add(
        expected, actual, "ignore-order",
        "Expected a List with \(examples.count) elements but received \(elements.count) elements")
    }
  }

  private func contents(of array: UInt32, _ document: JSONDocument) -> [UInt32] {
    var nodes: [UInt32] = []
    var element = array + 1
    while element < document.tape[Int(array)].next {
      nodes.append(element)
      element = document.tape[Int(element)].next
    }
    return nodes
  }

  // MARK: Trying

  /// Whether a value fits, without noting what differs.
  private mutating func fits(_ expected: UInt32, _ actual: UInt32, _ place: Int32) -> Bool {
    guard trials > 0 else { return false }
    trials -= 1
    let outer = (isTrying, hasFailed)
    (isTrying, hasFailed) = (true, false)
    compare(expected, actual, place)
    let isFitting = !hasFailed
    (isTrying, hasFailed) = outer
    return isFitting
  }

  private mutating func compare(_ expected: UInt32, _ actual: UInt32, anyOf plans: [Int32]) {
    for place in plans where fits(expected, actual, place) { return }
    for place in plans { compare(expected, actual, place) }
  }

  // MARK: Mismatches

  private func view(_ node: UInt32, _ document: JSONDocument) -> JSONValue {
    JSONValue(document: document, node: node)
  }

  private func shown(_ node: UInt32, _ document: JSONDocument) -> String {
    Excerpt.of(view(node, document))
  }

  private mutating func addDifference(_ expected: UInt32, _ actual: UInt32) {
    guard tells() else { return }
    add(
      expected, actual, nil,
      "Expected \(Operand.json(view(actual, came)).described) to be equal to"
        + " \(Operand.json(view(expected, wanted)).described)")
  }

  private mutating func addClash(_ expected: UInt32, _ actual: UInt32) {
    guard tells() else { return }
    add(
      expected, actual, nil,
      "Type mismatch: Expected \(Operand.json(view(actual, came)).described) to be the same type as"
        + " \(Operand.json(view(expected, wanted)).described)")
  }

  /// Notes keys that are missing or too many, before what differs in the members.
  private mutating func addKeys(
    _ expected: UInt32, _ actual: UInt32, _ missing: [UInt32], at mark: Int
  ) {
    guard tells() else { return }
    add(
      expected, actual, nil,
      isStrict
        ? "Expected a Map with keys [\(keys(view(expected, wanted)))] but received one with keys"
          + " [\(keys(view(actual, came)))]"
        : "Actual map is missing the following keys:"
          + " \(missing.map { view($0, wanted).string ?? "" }.joined(separator: ", "))",
      at: mark, place: missing.first.map { view($0, wanted) })
  }

  private func keys(_ object: JSONValue) -> String {
    object.members.map(\.name).joined(separator: ", ")
  }

  /// Whether a difference is to be told; while a value is only tried, that there is one is enough.
  private mutating func tells() -> Bool {
    if isTrying { hasFailed = true }
    return !isTrying
  }

  /// - Parameters:
  ///   - mark: where among the mismatches it belongs; behind them unless it is given.
  ///   - place: what the location is taken from; the expected value unless it is given.
  private mutating func add(
    _ expected: UInt32?, _ actual: UInt32, _ rule: String?, _ message: String,
    at mark: Int? = nil, place: JSONValue? = nil
  ) {
    let example = expected.map { view($0, wanted) }
    let mismatch = Mismatch(
      .body, path: JSONPathStep.text(of: path, wanted, came),
      expected: example.map { Excerpt.of($0) } ?? "", actual: shown(actual, came),
      message: message, rule: rule, location: places.location(place ?? example))
    mismatches.insert(mismatch, at: mark ?? mismatches.count)
  }
}
