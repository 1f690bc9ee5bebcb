/// Encodes the elements of a list.
struct ShapeElements: UnkeyedEncodingContainer {
  let node: ShapeNode
  let codingPath: [any CodingKey]
  var count: Int { node.count }

  func encodeNil() throws { node.element().set(.null) }
  func encode(_ value: Bool) throws { node.element().set(.boolean(value)) }
  func encode(_ value: String) throws { node.element().set(.string(value)) }
  func encode(_ value: Double) throws { node.element().setNumber(value) }
  func encode(_ value: Float) throws { node.element().setNumber(value) }
  func encode(_ value: Int) throws { node.element().setInteger(value) }
  func encode(_ value: Int8) throws { node.element().setInteger(value) }
  func encode(_ value: Int16) throws { node.element().setInteger(value) }
  func encode(_ value: Int32) throws { node.element().setInteger(value) }
  func encode(_ value: Int64) throws { node.element().setInteger(value) }
  func encode(_ value: UInt) throws { node.element().setInteger(value) }
  func encode(_ value: UInt8) throws { node.element().setInteger(value) }
  func encode(_ value: UInt16) throws { node.element().setInteger(value) }
  func encode(_ value: UInt32) throws { node.element().setInteger(value) }
  func encode(_ value: UInt64) throws { node.element().setInteger(value) }

  func encode(_ value: some Encodable) throws {
    try node.element().encode(value, at: codingPath)
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type
  ) -> KeyedEncodingContainer<Nested> {
    ShapeEncoder(node: node.element(), codingPath: codingPath).container(keyedBy: type)
  }

  func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    ShapeEncoder(node: node.element(), codingPath: codingPath).unkeyedContainer()
  }

  func superEncoder() -> any Encoder {
    ShapeEncoder(node: node.element(), codingPath: codingPath)
  }
}
