extension XMLWalk {
  /// Compares the attributes that are expected.
  ///
  /// - Returns: whether there are others that are refused.
  mutating func attributes(_ expectedElement: Int, _ actualElement: Int, _ node: Int) -> Bool {
    let wanted = expected.attributes(of: expectedElement)
    let came = actual.attributes(of: actualElement)
    for attribute in came {
      let name = expectedNames[Int(actual.attributes[attribute].name)]
      if name >= 0 { latestActual[Int(name)] = attribute }
    }
    var found = 0
    for (place, attribute) in wanted.enumerated() {
      let counterpart = latestActual[Int(expected.attributes[attribute].name)]
      if came.contains(counterpart) {
        found += 1
        compareAttribute(attribute, counterpart, plan.attribute(place, of: node))
      } else {
        addMissing(expected.attributes[attribute])
      }
    }
    return isStrict && came.count > found
  }

  private mutating func compareAttribute(_ wanted: Int, _ came: Int, _ rule: XMLRule?) {
    let (wanted, came) = (expected.attributes[wanted], actual.attributes[came])
    compare(wanted.value, came.value, rule) { names in "@\(names.expanded(wanted.name))" }
  }

  /// Compares the texts of two elements.
  mutating func text(_ expectedElement: Int, _ actualElement: Int, _ node: Int) {
    let wanted = expected.elements[expectedElement].text
    let came = actual.elements[actualElement].text
    guard node != XMLPlan.plain else { return compare(wanted, came, nil) { _ in "#text" } }
    if came.count == 0, plan.nodes[node].mayLackText { return }
    compare(wanted, came, plan.nodes[node].text) { _ in "#text" }
  }

  /// Compares two values by their rule, or byte by byte.
  private mutating func compare(
    _ wanted: XMLTree.Slice, _ came: XMLTree.Slice, _ rule: XMLRule?,
    step: (XMLNames) -> String
  ) {
    guard let rule else {
      if wanted.count == came.count, expected.utf8(wanted) == actual.utf8(came) { return }
      let (wanted, came) = (expected.string(wanted), actual.string(came))
      let message =
        "Expected \(Operand.text(came).described) to be equal to"
        + " \(Operand.text(wanted).described)"
      return add(wanted, came, message, step: step(expected.names))
    }
    let (wanted, came) = (expected.string(wanted), actual.string(came))
    for (name, message) in rule.differences(of: came, from: wanted) {
      add(wanted, came, message, rule: name, step: step(expected.names))
    }
  }

  private mutating func addMissing(_ attribute: XMLTree.Attribute) {
    let name = expected.names.expanded(attribute.name)
    let value = expected.string(attribute.value)
    add(
      value, "", "Expected attribute '\(name)'='\(Excerpt.of(value))' but was missing",
      step: "@\(name)")
  }

  /// Reports the attributes that are not expected.
  mutating func addUnexpectedAttributes(_ expectedElement: Int, _ actualElement: Int) {
    let wanted = expected.attributes(of: expectedElement)
    for attribute in wanted {
      latestExpected[Int(expected.attributes[attribute].name)] = attribute
    }
    for attribute in actual.attributes[actual.attributes(of: actualElement)] {
      let number = expectedNames[Int(attribute.name)]
      if number >= 0, wanted.contains(latestExpected[Int(number)]) { continue }
      let name = actual.names.expanded(attribute.name)
      let value = actual.string(attribute.value)
      add("", value, "Unexpected attribute '\(name)'='\(Excerpt.of(value))'", step: "@\(name)")
    }
  }
}
