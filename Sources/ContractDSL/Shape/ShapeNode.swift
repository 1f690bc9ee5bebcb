import JSONText

/// A value while it is being encoded. It is a class since containers fill it after they were handed out.
final class ShapeNode {
  private enum Content {
    case nothing
    case leaf(JSONPattern)
    case object([(name: String, node: ShapeNode)])
    case array([ShapeNode])
  }

  private var content: Content = .nothing
  /// Whether the order of members means nothing.
  var isDictionary: Bool = false

  /// What was encoded, as a pattern.
  var pattern: JSONPattern {
    switch content {
    // An `encode(to:)` that encodes nothing says nothing; in Foundation it is an empty object.
    case .nothing: return JSONPattern(.object([]))
    case .leaf(let pattern): return pattern
    case .object(var members):
      if isDictionary { members.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) } }
      return JSONPattern(
        .object(members.map { JSONPattern.Member(name: $0.name, value: $0.node.pattern) }))
    case .array(let nodes):
      guard let first = nodes.first else { return .like(JSONPattern(.array([]))) }
      return .each(first.pattern)
    }
  }

  func set(_ pattern: JSONPattern) { content = .leaf(pattern) }

  func becomeObject() {
    if case .object = content { return }
    content = .object([])
  }

  func becomeArray() {
    if case .array = content { return }
    content = .array([])
  }

  /// The node of a member; one that was encoded before is encoded anew.
  func member(_ name: String) -> ShapeNode {
    let node = ShapeNode()
    if case .object(var members) = content {
      content = .nothing
      if let place = members.firstIndex(where: { $0.name == name }) {
        members[place].node = node
      } else {
        members.append((name, node))
      }
      content = .object(members)
    }
    return node
  }

  func element() -> ShapeNode {
    let node = ShapeNode()
    if case .array(let nodes) = content { content = .array(nodes + [node]) }
    return node
  }

  var count: Int {
    if case .array(let nodes) = content { nodes.count } else { 0 }
  }

  func encode(_ value: some Encodable, at path: [any CodingKey]) throws {
    isDictionary = value is any KeyedWithoutOrder
    try value.encode(to: ShapeEncoder(node: self, codingPath: path))
  }

  func setInteger(_ value: some BinaryInteger) {
    if let value = Int(exactly: value) {
      set(.integer(value))
    } else {
      let number = JSONValue.make { $0.number(value.description) }
      set(.rule(Rule.named("integer"), example: JSONPattern(number)))
    }
  }

  /// A number of which it does not count whether it has a fraction: `5.0` is often written `5`.
  func setNumber(_ value: some LosslessStringConvertible) {
    if let value = Double(value.description) { set(.number(value)) }
  }
}

/// A value whose members have no order.
private protocol KeyedWithoutOrder {}

extension Dictionary: KeyedWithoutOrder {}
