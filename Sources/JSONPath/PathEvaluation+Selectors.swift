import JSONText

extension PathEvaluation {
  /// Adds what a selector takes of a value.
  ///
  /// - Parameters:
  ///   - current: what `@` stands for in the arguments of a function.
  ///   - isLast: whether the path ends here.
  mutating func select(
    _ selector: PathSelector, of value: JSONValue, _ current: JSONValue, isLast: Bool,
    into found: inout [JSONValue]
  ) throws(JSONPathFailure) {
    switch selector {
    case .property(let name):
      try spend(value.size(upTo: 64))
      if let member = value[name] { found.append(member) }
    case .properties(let names):
      if isLast {
        if let object = try picked(names, of: value) { found.append(object) }
      } else {
        for name in names {
          try spend(value.size(upTo: 64))
          if let member = value[name] { found.append(member) }
        }
      }
    case .indices, .slice: try elements(selector, of: value, into: &found)
    case .wildcard:
      for element in value.elements {
        try spend()
        found.append(element)
      }
      for member in value.members {
        try spend()
        found.append(member.value)
      }
    case .filter(let condition):
      if value.kind == .object, try holds(condition, for: value) { found.append(value) }
      for element in value.elements where try holds(condition, for: element) {
        found.append(element)
      }
    case .function(let function, let arguments):
      if let result = try apply(function, arguments, to: value, in: current) {
        found.append(result)
      }
    }
  }

  /// An object with some members of another.
  private mutating func picked(
    _ names: [String], of value: JSONValue
  ) throws(JSONPathFailure) -> JSONValue? {
    guard value.kind == .object else { return nil }
    var members: [(name: String, value: JSONValue)] = []
    for name in names {
      try spend(value.size(upTo: 64))
      guard let member = value[name] else { continue }
      try spend(member.size())
      members.append((name, member))
    }
    return JSONValue.make { writer in
      writer.object { writer in
        for member in members { writer.member(member.name, member.value) }
      }
    }
  }

  private mutating func elements(
    _ selector: PathSelector, of value: JSONValue, into found: inout [JSONValue]
  ) throws(JSONPathFailure) {
    guard value.kind == .array else { return }
    let elements = Array(value.elements)
    try spend(elements.count)
    switch selector {
    case .indices(let indices):
      for index in indices {
        let place = index < 0 ? elements.count + index : index
        if elements.indices.contains(place) { found.append(elements[place]) }
      }
    case .slice(let from, let to):
      let (start, end) = (place(from ?? 0, elements.count), place(to ?? .max, elements.count))
      if start < end { found += elements[start..<end] }
    default: break
    }
  }

  /// A bound of a slice, counted from the start.
  private func place(_ bound: Int, _ count: Int) -> Int {
    bound < 0 ? max(bound + count, 0) : min(bound, count)
  }
}

extension JSONValue {
  /// How many nodes the value has, which is what work on all of it costs.
  ///
  /// - Parameter unit: how many nodes cost one step.
  func size(upTo unit: Int = 1) -> Int {
    Int(document.tape[Int(node)].next - node) / unit + 1
  }
}
