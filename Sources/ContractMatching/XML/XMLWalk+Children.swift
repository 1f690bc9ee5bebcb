extension XMLWalk {
  /// Goes one child further in the element that the walk is in, or leaves it.
  mutating func advance(_ frame: XMLFrame) {
    let top = frames.count - 1
    if frame.repeated >= 0 { return compareBeyond(frame) }
    guard frame.child < Int(expected.elements[frame.expected].end) else {
      frames.removeLast()
      return leave(frame)
    }
    frames[top].child = Int(expected.elements[frame.child].end)
    frames[top].place += 1
    let (group, index) = plan.shape.place(of: frame.child)
    let came = range(of: group, in: frame)
    let known = plan.shape.groups[group].count
    if let repetition = repetition(of: group, in: frame) {
      if index == 0 { count(frame.child, came, repetition) }
      if index == known - 1, came.count > known {
        frames[top].repeated = group
        frames[top].repetition = known
      }
    } else if index >= came.count {
      return addMissing(frame.child)
    } else if came.count > known {
      frames[top].hasSurplus = true
    }
    if index < came.count {
      pair(frame.child, index, came, plan.child(frame.place, of: frame.node))
    }
  }

  /// Compares the next element beyond the example with the first of the example.
  private mutating func compareBeyond(_ frame: XMLFrame) {
    let (group, index) = (frame.repeated, frame.repetition)
    let came = range(of: group, in: frame)
    let top = frames.count - 1
    frames[top].repetition += 1
    if index + 1 >= came.count { frames[top].repeated = -1 }
    guard let repetition = repetition(of: group, in: frame) else { return }
    pair(
      plan.shape.first(of: group), index, came,
      repetition.special[index] ?? repetition.template)
  }

  /// Enters an expected child and the actual one at an index of the same name.
  private mutating func pair(_ child: Int, _ index: Int, _ came: Range<Int>, _ node: Int) {
    let group = plan.shape.groups[plan.shape.place(of: child).group]
    path.enter(group.name, group.count > 1 || came.count > 1 ? index : nil)
    enter(child, stack[came.lowerBound + index], node)
  }

  private func repetition(of group: Int, in frame: XMLFrame) -> XMLPlan.Group? {
    plan.repetition(group - frame.groups.lowerBound, of: frame.node)
  }

  /// Sorts the children of an actual element into groups, on the stack.
  mutating func sort(_ frame: inout XMLFrame) {
    remember(frame.groups)
    stack.append(contentsOf: repeatElement(0, count: frame.groups.count))
    for child in actual.children(of: frame.actual) {
      if let group = group(of: child, frame.groups) {
        stack[frame.base + group - frame.groups.lowerBound] += 1
      } else {
        frame.others += 1
      }
    }
    var total = 0
    for place in frame.base..<frame.list {
      // Where the group starts for now; filling it moves that to its end.
      (stack[place], total) = (total, total + stack[place])
    }
    stack.append(contentsOf: repeatElement(0, count: total))
    for child in actual.children(of: frame.actual) {
      guard let group = group(of: child, frame.groups) else { continue }
      let place = frame.base + group - frame.groups.lowerBound
      stack[frame.list + stack[place]] = child
      stack[place] += 1
    }
  }

  /// Makes the groups of an element the ones that names lead to.
  private mutating func remember(_ groups: Range<Int>) {
    for group in groups { latestGroup[Int(plan.shape.groups[group].name)] = group }
  }

  /// The group that an actual child belongs to, of those that were remembered.
  private func group(of child: Int, _ groups: Range<Int>) -> Int? {
    let name = expectedNames[Int(actual.elements[child].name)]
    guard name >= 0, groups.contains(latestGroup[Int(name)]) else { return nil }
    return latestGroup[Int(name)]
  }

  /// Where the actual children of a group lie on the stack.
  private func range(of group: Int, in frame: XMLFrame) -> Range<Int> {
    let place = frame.base + group - frame.groups.lowerBound
    let start = place == frame.base ? 0 : stack[place - 1]
    return frame.list + start..<frame.list + stack[place]
  }

  private mutating func count(_ child: Int, _ came: Range<Int>, _ repetition: XMLPlan.Group) {
    guard let rule = repetition.count else { return }
    if came.isEmpty {
      if !rule.allowsNone { addMissing(child) }
      return
    }
    let name = expected.elements[child].name
    let what = "<\(expected.names.expanded(name))/>"
    let differences = rule.differences(ofCount: came.count, what)
    guard !differences.isEmpty else { return }
    let text = stack[came].map { actual.text(of: $0) }.joined()
    path.enter(name, nil)
    for (rule, message) in differences { add(textOfExpected(child), text, message, rule: rule) }
    path.leave()
  }

  private mutating func addMissing(_ child: Int) {
    let (group, index) = plan.shape.place(of: child)
    let name = expected.elements[child].name
    path.enter(name, plan.shape.groups[group].count > 1 ? index : nil)
    add(
      textOfExpected(child), "",
      "Expected child <\(expected.names.expanded(name))/> but was missing")
    path.leave()
  }

  /// Reports the children that are not expected, in the order in which they came.
  mutating func addUnexpectedChildren(_ frame: XMLFrame) {
    remember(frame.groups)
    var (counts, seen): ([Int32: Int], [Int32: Int]) = ([:], [:])
    for child in actual.children(of: frame.actual) {
      counts[actual.elements[child].name, default: 0] += 1
    }
    for child in actual.children(of: frame.actual) {
      let number = actual.elements[child].name
      let index = seen[number, default: 0]
      seen[number] = index + 1
      if let group = group(of: child, frame.groups) {
        let isRepeated = repetition(of: group, in: frame) != nil
        guard isStrict, !isRepeated, index >= plan.shape.groups[group].count else { continue }
      }
      let name = actual.names.expanded(number)
      add(
        "", actual.text(of: child), "Unexpected child <\(name)/>", step: name,
        index: counts[number, default: 0] > 1 ? index : nil)
    }
  }
}
