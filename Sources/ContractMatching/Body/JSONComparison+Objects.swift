import JSONText

/// Objects: members by their keys.
extension JSONComparison {
  /// An object whose keys are those of the example.
  mutating func compareMembers(_ expected: UInt32, _ actual: UInt32, _ place: Int32) {
    let end = wanted.tape[Int(expected)].next
    if expected + 1 == end {
      if isStrict, !isFree, came.tape[Int(actual)].next != actual + 1, tells() {
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
      } else if !isFree || plan.child(member, of: place) >= 0 {
        missing.append(key)
      }
      key = wanted.tape[Int(key + 1)].next
      member += 1
    }
    if !missing.isEmpty || (isStrict && !isFree && finder.hasMore(than: found)) {
      addKeys(expected, actual, missing, at: mark)
    }
  }

  /// An object whose keys are free.
  mutating func compareOpen(
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
        compare(counterpart.value, key + 1, child, isFree: !structure.comparesValues)
      } else if let first {
        let child = named(node, at: key) ?? node.template
        compare(first, key + 1, child, isFree: !structure.comparesValues)
      } else {
        checkWithoutExample(key + 1, structure.values)
      }
      path.removeLast()
      if isTrying, hasFailed { return }
      key = came.tape[Int(key + 1)].next
    }
  }

  private mutating func compare(
    _ expected: UInt32, _ actual: UInt32, _ place: Int32, isFree: Bool
  ) {
    let outer = self.isFree
    self.isFree = isFree
    compare(expected, actual, place)
    self.isFree = outer
  }

  func named(_ node: JSONPlan.Node, at key: UInt32) -> Int32? {
    guard node.named >= 0 else { return nil }
    return plan.named[Int(node.named)].keys[view(key, came).string ?? ""]
  }

  /// A value in a container whose example is empty: the rules for each value are all there is.
  ///
  /// - Parameter isInherited: whether the rules stand at the container, and are asked for its values.
  mutating func checkWithoutExample(
    _ actual: UInt32, _ sets: [RuleSet], isInherited: Bool = false
  ) {
    let value = view(actual, came)
    let position = RuleSet.Position(isInherited: isInherited, isContainer: value.isContainer)
    for set in sets {
      let operand = operand(value)
      _ = note(set.differences(of: operand, from: operand, position), nil, actual)
      let inner = set.rules.compactMap { rule in
        if case .eachValue(let values) = rule.structure { values } else { nil }
      }
      guard !inner.isEmpty, !isInherited else { continue }
      guard value.isContainer else {
        if tells() {
          add(nil, actual, "eachValue", "Expected \(operand.described) to be an array or an object")
        }
        continue
      }
      checkContents(of: actual, inner)
    }
  }

  private mutating func checkContents(of container: UInt32, _ sets: [RuleSet]) {
    let isObject = came.tape[Int(container)].kind == .object
    let end = came.tape[Int(container)].next
    var (node, index) = (container + 1, 0)
    while node < end {
      path.append(isObject ? .key(node, isExpected: false) : .index(index))
      let value = isObject ? node + 1 : node
      checkWithoutExample(value, sets)
      path.removeLast()
      node = came.tape[Int(value)].next
      index += 1
    }
  }
}
