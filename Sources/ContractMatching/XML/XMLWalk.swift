import ContractModel

/// One walk over an expected and an actual XML document, side by side.
///
/// What is expected is reported in the order of the expected document: an element's attributes, its
/// text, its children; then what is unexpected in it.
struct XMLWalk {
  /// The example with its rules.
  let plan: XMLPlan
  /// The example.
  let expected: XMLTree
  /// What came.
  let actual: XMLTree
  /// Whether attributes and elements that the contract does not name are refused.
  let isStrict: Bool
  /// What differs.
  private(set) var mismatches: [Mismatch] = []

  /// The way to the elements that are being compared.
  var path = XMLPath()
  /// The elements that are being compared, from the root down.
  var frames: [XMLFrame] = []
  /// The children of the actual elements on the way, sorted into groups.
  var stack: [Int] = []
  /// The number that each name of the actual document has in the expected one, or -1.
  let expectedNames: [Int32]
  /// The group that was last seen with each name.
  var latestGroup: [Int]
  /// The actual attribute that was last seen with each name.
  var latestActual: [Int]
  /// The expected attribute that was last seen with each name.
  var latestExpected: [Int]
  /// Texts of expected elements that were written for a mismatch: a template may be missed often.
  private var texts: [Int: String] = [:]

  /// Prepares the walk.
  init(_ plan: XMLPlan, _ actual: XMLTree, isStrict: Bool) {
    self.plan = plan
    expected = plan.expected
    self.actual = actual
    self.isStrict = isStrict
    expectedNames = plan.expected.names.numbers(of: actual.names)
    latestGroup = Array(repeating: -1, count: plan.expected.names.count)
    latestActual = latestGroup
    latestExpected = latestGroup
  }

  /// Compares the documents.
  mutating func run() {
    let name = expected.elements[0].name
    path.enter(name, nil)
    if expectedNames[Int(actual.elements[0].name)] != name {
      let came = actual.names.expanded(actual.elements[0].name)
      add(
        textOfExpected(0), actual.text(of: 0),
        "Expected '\(expected.names.expanded(name))' to be equal to '\(came)'")
      path.leave()
      return
    }
    countRootChildren()
    enter(0, 0, plan.root)
    while let frame = frames.last { advance(frame) }
  }

  private mutating func countRootChildren() {
    guard let rule = plan.rootCount else { return }
    let what = "children of <\(expected.names.expanded(expected.elements[0].name))/>"
    let count = actual.children(of: 0).reduce(0) { count, _ in count + 1 }
    for (name, message) in rule.differences(ofCount: count, what) {
      add(textOfExpected(0), actual.text(of: 0), message, rule: name)
    }
  }

  /// Compares two elements of one name, which are on the way already: all but their children, for
  /// which a frame is added where there are any.
  mutating func enter(_ expectedElement: Int, _ actualElement: Int, _ node: Int) {
    let hasUnexpected = attributes(expectedElement, actualElement, node)
    text(expectedElement, actualElement, node)
    let groups = plan.shape.groups(of: expectedElement)
    var frame = XMLFrame(
      expected: expectedElement, actual: actualElement, node: node, groups: groups,
      base: stack.count, child: expectedElement + 1)
    frame.hasUnexpectedAttributes = hasUnexpected
    if groups.isEmpty, actual.children(of: actualElement).isEmpty { return leave(frame) }
    sort(&frame)
    frames.append(frame)
  }

  /// Reports what is unexpected in an element, and leaves it.
  mutating func leave(_ frame: XMLFrame) {
    stack.removeLast(stack.count - frame.base)
    if frame.hasUnexpectedAttributes { addUnexpectedAttributes(frame.expected, frame.actual) }
    let isClosed = frame.node != XMLPlan.plain && plan.nodes[frame.node].isClosed
    if frame.others > 0 ? isStrict || isClosed : isStrict && frame.hasSurplus {
      addUnexpectedChildren(frame)
    }
    path.leave()
  }

  /// An expected element as XML.
  mutating func textOfExpected(_ element: Int) -> String {
    if let known = texts[element] { return known }
    let text = expected.text(of: element)
    texts[element] = text
    return text
  }

  /// Notes a difference.
  ///
  /// - Parameters:
  ///   - step: an attribute, `#text` or an unexpected child, below the element on the way.
  ///   - index: which child of that name it is, where there are several.
  mutating func add(
    _ wanted: String, _ came: String, _ message: String, rule: String? = nil,
    step: String? = nil, index: Int? = nil
  ) {
    let place = path.text(expected.names) + (step.map { XMLPath.step($0, index) } ?? "")
    mismatches.append(
      Mismatch(
        .body, path: place, expected: Excerpt.of(wanted), actual: Excerpt.of(came),
        message: message, rule: rule))
  }
}
