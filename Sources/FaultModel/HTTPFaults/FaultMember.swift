/// Something that a kind of fault is told: a member of its step in a script.
package struct FaultMember: Sendable, Hashable {
  /// What its value is.
  package enum Kind: Sendable, Hashable {
    /// A whole number.
    case whole(ClosedRange<Int>)
    /// A number.
    case number(ClosedRange<Double>)
    /// One of some words.
    case choice([String])
    /// A text of one line.
    case text
    /// Header fields by name.
    case fields
    /// Any JSON; a string is text as it is.
    case body
  }

  /// The name.
  package let name: String
  /// What its value is.
  package let kind: Kind
  /// Whether the fault cannot do without.
  package let isRequired: Bool
  /// Whether the number may change from request to request.
  package let canRamp: Bool

  init(_ name: String, _ kind: Kind, isRequired: Bool = false, canRamp: Bool = true) {
    self.name = name
    self.kind = kind
    self.isRequired = isRequired
    self.canRamp = canRamp
  }

  /// A time in milliseconds, of a day at most.
  static func milliseconds(_ name: String, isRequired: Bool = false) -> FaultMember {
    FaultMember(name, .number(0...86_400_000), isRequired: isRequired)
  }

  /// A number of bytes or pieces.
  static func count(
    _ name: String, from least: Int = 0, isRequired: Bool = false
  ) -> FaultMember {
    FaultMember(name, .whole(least...1_000_000_000), isRequired: isRequired)
  }
}
