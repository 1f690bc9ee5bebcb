/// Encodes one value that is no list and no object.
struct ShapeValue: SingleValueEncodingContainer {
  let node: ShapeNode
  let codingPath: [any CodingKey]

  func encodeNil() throws { node.set(.null) }
  func encode(_ value: Bool) throws { node.set(.boolean(value)) }
  func encode(_ value: String) throws { node.set(.string(value)) }
  func encode(_ value: Double) throws { node.setNumber(value) }
  func encode(_ value: Float) throws { node.setNumber(value) }
  func encode(_ value: Int) throws { node.setInteger(value) }
  func encode(_ value: Int8) throws { node.setInteger(value) }
  func encode(_ value: Int16) throws { node.setInteger(value) }
  func encode(_ value: Int32) throws { node.setInteger(value) }
  func encode(_ value: Int64) throws { node.setInteger(value) }
  func encode(_ value: UInt) throws { node.setInteger(value) }
  func encode(_ value: UInt8) throws { node.setInteger(value) }
  func encode(_ value: UInt16) throws { node.setInteger(value) }
  func encode(_ value: UInt32) throws { node.setInteger(value) }
  func encode(_ value: UInt64) throws { node.setInteger(value) }

  func encode(_ value: some Encodable) throws { try node.encode(value, at: codingPath) }
}
