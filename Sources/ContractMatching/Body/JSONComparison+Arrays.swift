import JSONText

/// Arrays: elements by their places, or in any order.
extension JSONComparison {
  /// Elements without a rule: the same number, each equal.
  mutating func compareElementsByEquality(
    _ expected: UInt32, _ actual: UInt32, _ place: Int32
  ) {
    let (end, actualEnd) = (wanted.tape[Int(expected)].next, came.tape[Int(actual)].next)
    if expected + 1 == end {
      if !isFree, actual + 1 != actualEnd, tells() {
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
    if !isFree, count != index || element < actualEnd, tells() {
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
  mutating func compareElements(
    _ expected: UInt32, _ actual: UInt32, _ place: Int32, _ node: JSONPlan.Node
  ) {
    if node.structure >= 0 {
      let structure = plan.structures[Int(node.structure)]
      if !structure.variants.isEmpty {
        find(structure.variants, expected, actual)
        // The other elements may be anything, unless a rule for each value stands here as well.
        guard structure.isOpen else { return }
      }
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
      } else {
        // Rules for single values that stand at the array are for its values.
        checkWithoutExample(element, [plan.rules[Int(node.rule)]], isInherited: true)
        if node.structure >= 0 {
          checkWithoutExample(element, plan.structures[Int(node.structure)].values)
        }
      }
      path.removeLast()
      if isTrying, hasFailed { return }
      element = came.tape[Int(element)].next
      index += 1
    }
  }

  /// Each variant is looked for among all elements.
  mutating func find(
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
      if !isFound, trials == 0, tells() {
        return add(
          expected, actual, "arrayContains",
          "The rule arrayContains gave up: there are too many ways to find \(variants.count) variants"
            + " in the actual list")
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
  mutating func compareInAnyOrder(
    _ expected: UInt32, _ actual: UInt32, _ place: Int32, _ count: ElementCount
  ) {
    let (examples, elements) = (contents(of: expected, wanted), contents(of: actual, came))
    // An element that is the example's is nearly always the one to pair it with.
    let exampleHashes = examples.map { wanted.meaningHash(of: $0) }
    let hashes = elements.map { came.meaningHash(of: $0) }
    var pairing = ElementPairing(examples: exampleHashes, elements: hashes)
    let unpaired = pairing.unpaired { example, element in
      let child = plan.child(example, of: place)
      // Without rules only what is equal fits; that takes no trial where the hashes tell it apart.
      let needsEquality = isStrict || !view(examples[example], wanted).isContainer
      if child == JSONPlan.plain, needsEquality, exampleHashes[example] != hashes[element] {
        return false
      }
      return fits(examples[example], elements[element], child)
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

  func contents(of array: UInt32, _ document: JSONDocument) -> [UInt32] {
    var nodes: [UInt32] = []
    var element = array + 1
    while element < document.tape[Int(array)].next {
      nodes.append(element)
      element = document.tape[Int(element)].next
    }
    return nodes
  }
}
