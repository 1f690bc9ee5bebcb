/// Encodes a value as a pattern.
struct ShapeEncoder: Encoder {
  let node: ShapeNode
  let codingPath: [any CodingKey]
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    node.becomeObject()
    return KeyedEncodingContainer(ShapeMembers<Key>(node: node, codingPath: codingPath))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    node.becomeArray()
    return ShapeElements(node: node, codingPath: codingPath)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer {
    ShapeValue(node: node, codingPath: codingPath)
  }
}

/// A key that stands for the members of a superclass.
enum SuperKey: String, CodingKey {
  case `super`
}
