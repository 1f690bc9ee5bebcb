import JSONText

/// A set of kinds of JSON value, integers apart from other numbers.
package struct ValueKinds: OptionSet, Sendable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  static let null = ValueKinds(rawValue: 1)
  static let boolean = ValueKinds(rawValue: 2)
  static let integer = ValueKinds(rawValue: 4)
  static let decimal = ValueKinds(rawValue: 8)
  static let string = ValueKinds(rawValue: 16)
  static let array = ValueKinds(rawValue: 32)
  static let object = ValueKinds(rawValue: 64)

  static let number: ValueKinds = [.integer, .decimal]
  static let container: ValueKinds = [.array, .object]

  /// The kind of a node.
  @inline(__always)
  init(_ node: JSONTapeNode) {
    switch node.kind {
    case .null: self = .null
    case .boolean: self = .boolean
    case .number: self = node.flags.contains(.decimal) ? .decimal : .integer
    case .string: self = .string
    case .array: self = .array
    case .object: self = .object
    }
  }
}
