/// Why a toxic is refused.
package struct ToxicError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is wrong, and what is expected.
  package let description: String

  init(_ description: String) { self.description = description }
}
