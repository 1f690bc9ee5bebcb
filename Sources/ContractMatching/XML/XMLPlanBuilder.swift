/// Walks the example once and asks the rule tree what applies where.
struct XMLPlanBuilder {
  /// What becomes ``XMLPlan/nodes``.
  private(set) var nodes: [XMLPlan.Node] = []
  /// What becomes ``XMLPlan/attributes``.
  private(set) var attributes: [XMLRule?] = []
  /// What becomes ``XMLPlan/children``.
  private(set) var children: [Int] = []
  /// What becomes ``XMLPlan/groups``.
  private(set) var groups: [XMLPlan.Group] = []
  /// What becomes ``XMLPlan/rootCount``.
  private(set) var rootCount: XMLRule?
  /// The rules, which note where they were asked.
  private(set) var rules: XMLRules
  private let tree: XMLTree
  private let shape: XMLShape

  /// An element whose plan is still empty.
  private struct Item {
    let place: Int
    let element: Int
    let state: RuleState
    /// The state of its parent.
    let above: RuleState
  }

  private var pending: [Item] = []
  /// Paths that name indices within indices need a plan for each combination.
  private let nodeLimit: Int

  /// Prepares the walk.
  init(_ tree: XMLTree, _ shape: XMLShape, _ rules: XMLRules) {
    self.tree = tree
    self.shape = shape
    self.rules = rules
    nodeLimit = 50_000 + 4 * tree.elements.count
  }

  /// Plans the document.
  ///
  /// - Parameter start: the state of the rules above the root element.
  /// - Returns: the plan of the root element.
  /// - Throws: ``RuleError`` when the rules need too many plans.
  mutating func run(from start: RuleState) throws(RuleError) -> Int {
    rules.note(start)
    let element = tree.elements[0]
    let state = rules.root(spellings(element.name, [element.prefix]), from: start)
    let rule = rules.rule(in: state)
    rootCount = rule.flatMap { $0.isInherited ? nil : $0 }
    let root = try plan(0, state, above: start)
    while let next = pending.popLast() {
      planText(next)
      planAttributes(next)
      try planChildren(next)
    }
    return root
  }

  /// Gives an element a plan, which is filled later.
  private mutating func plan(
    _ element: Int, _ state: RuleState, above: RuleState
  ) throws(RuleError) -> Int {
    guard !state.isPlain else { return XMLPlan.plain }
    guard nodes.count < nodeLimit else {
      throw RuleError("the matching rules name too many combinations of indices")
    }
    rules.note(state)
    pending.append(Item(place: nodes.count, element: element, state: state, above: above))
    nodes.append(XMLPlan.Node())
    return nodes.count - 1
  }

  private mutating func planText(_ item: Item) {
    let (place, element) = (item.place, item.element)
    let text = rules.text(in: item.state)
    let others = rules.others(in: item.state)
    rules.note(text)
    nodes[place].text = rules.rule(in: text)
    nodes[place].isClosed = rules.rule(in: others)?.isTypeLike == true
    let holdsMore =
      !tree.attributes(of: element).isEmpty || !tree.children(of: element).isEmpty
    nodes[place].mayLackText =
      holdsMore && tree.elements[element].text.count == 0 && text.entry == others.entry
  }

  /// Where the attributes of an element start: a rule for single values at an element that is only
  /// text means this text, and its attributes have what stands above.
  private func attributeState(of item: Item) -> RuleState {
    guard let rule = rules.rule(in: item.state), !rule.isInherited, rule.isForValues,
      tree.elements[item.element].text.count > 0, tree.children(of: item.element).isEmpty
    else { return item.state }
    var state = item.state
    state.entry = item.above.inheritable
    state.inheritable = item.above.inheritable
    state.isInherited = true
    return state
  }

  private mutating func planAttributes(_ item: Item) {
    nodes[item.place].firstAttribute = attributes.count
    let above = attributeState(of: item)
    for attribute in tree.attributes[tree.attributes(of: item.element)] {
      let names = spellings(attribute.name, [attribute.prefix]).map { "@\($0)" }
      let state = rules.state(at: names, from: above)
      rules.note(state)
      attributes.append(rules.rule(in: state))
    }
  }

  private mutating func planChildren(_ item: Item) throws(RuleError) {
    let own = shape.groups(of: item.element)
    let states = own.map { group in groupState(group, from: item.state) }
    let indices = states.map { rules.indices(in: $0) }
    var firsts = own.map { _ in XMLPlan.plain }
    nodes[item.place].firstChild = children.count
    for child in tree.children(of: item.element) {
      let (group, index) = shape.place(of: child)
      let local = group - own.lowerBound
      let known = indices[local].contains(index) ? index : nil
      let planned = try plan(
        child, rules.element(known, in: states[local]), above: item.state)
      children.append(planned)
      if index == 0 { firsts[local] = planned }
    }
    nodes[item.place].firstGroup = groups.count
    for (local, group) in own.enumerated() {
      groups.append(
        try plan(
          group, states[local], indices[local], first: firsts[local], above: item.state))
    }
  }

  private func groupState(_ group: Int, from state: RuleState) -> RuleState {
    let group = shape.groups[group]
    let members = shape.members[group.firstMember..<group.firstMember + group.count]
    let prefixes = Set(members.map { tree.elements[Int($0)].prefix }).sorted()
    return rules.state(at: spellings(group.name, prefixes), from: state)
  }

  /// The plan of the elements of one name as a whole: there may be any number of them where a rule for
  /// the type stands at the name or above.
  private mutating func plan(
    _ group: Int, _ state: RuleState, _ indices: Set<Int>, first planOfFirst: Int,
    above: RuleState
  ) throws(RuleError) -> XMLPlan.Group {
    var planned = XMLPlan.Group()
    let any = rules.element(nil, in: state)
    guard let rule = rules.rule(in: any), rule.isTypeLike else { return planned }
    planned.count = rule
    let first = shape.first(of: group)
    planned.template = indices.contains(0) ? try plan(first, any, above: above) : planOfFirst
    for index in indices.sorted() where index >= shape.groups[group].count {
      planned.special[index] = try plan(
        first, rules.element(index, in: state), above: above)
    }
    return planned
  }

  /// The spellings of a name in paths: with its namespace, and with each prefix of the example.
  private func spellings(_ name: Int32, _ prefixes: [Int32]) -> [String] {
    let expanded = tree.names.expanded(name)
    return [expanded] + prefixes.map { tree.written(name, prefix: $0) }.filter { $0 != expanded }
  }
}
