/// Encodes the members of an object.
struct ShapeMembers<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let node: ShapeNode
  let codingPath: [any CodingKey]

  func encodeNil(forKey key: Key) throws { member(key).set(.null) }
  func encode(_ value: Bool, forKey key: Key) throws { member(key).set(.boolean(value)) }
  func encode(_ value: String, forKey key: Key) throws { member(key).set(.string(value)) }
  func encode(_ value: Double, forKey key: Key) throws { member(key).setNumber(value) }
  func encode(_ value: Float, forKey key: Key) throws { member(key).setNumber(value) }
  func encode(_ value: Int, forKey key: Key) throws { member(key).setInteger(value) }
  func encode(_ value: Int8, forKey key: Key) throws { member(key).setInteger(value) }
  func encode(_ value: Int16, forKey key: Key) throws { member(key).setInteger(value) }
  func encode(_ value: Int32, forKey key: Key) throws { member(key).setInteger(value) }
  func encode(_ value: Int64, forKey key: Key) throws { member(key).setInteger(value) }
  func encode(_ value: UInt, forKey key: Key) throws { member(key).setInteger(value) }
  func encode(_ value: UInt8, forKey key: Key) throws { member(key).setInteger(value) }
  func encode(_ value: UInt16, forKey key: Key) throws { member(key).setInteger(value) }
  func encode(_ value: UInt32, forKey key: Key) throws { member(key).setInteger(value) }
  func encode(_ value: UInt64, forKey key: Key) throws { member(key).setInteger(value) }

  func encode(_ value: some Encodable, forKey key: Key) throws {
    try member(key).encode(value, at: codingPath + [key])
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) -> KeyedEncodingContainer<Nested> {
    encoder(key).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    encoder(key).unkeyedContainer()
  }

  func superEncoder() -> any Encoder { encoder(SuperKey.super) }

  func superEncoder(forKey key: Key) -> any Encoder { encoder(key) }

  private func member(_ key: Key) -> ShapeNode { node.member(key.stringValue) }

  private func encoder(_ key: some CodingKey) -> ShapeEncoder {
    ShapeEncoder(node: node.member(key.stringValue), codingPath: codingPath + [key])
  }
}
