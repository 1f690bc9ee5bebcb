/// Why a toxic is refused.
package struct ToxicError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The kinds of reason, as Toxiproxy tells them apart.
  package enum Kind: Sendable, Hashable {
    /// There is no toxic of this type.
    case type
    /// The stream is neither of the two.
    case stream
    /// Something else is wrong with what describes it.
    case value
  }

  /// The kind of reason.
  package let kind: Kind
  /// What is wrong, and what is expected.
  package let description: String

  init(_ description: String, _ kind: Kind = .value) {
    self.kind = kind
    self.description = description
  }
}
