/// One value of a parsed text: 16 bytes that point into the text.
///
/// The nodes of a document lie in the order of the text, a container before its content, so that a
/// subtree is a run of nodes and `next` skips it. An object's content is key, value, key, value, ….
package struct JSONTapeNode: Sendable {
  /// What the node is.
  package var kind: JSONKind
  /// Facts that were found on the way.
  package var flags: Flags
  /// A hash of a key's decoded bytes, so that keys are told apart without comparing them; else 0.
  package var hash: UInt16
  /// Where the value's text starts, its quote or bracket included.
  package var start: UInt32
  /// How many bytes the value's text has.
  package var length: UInt32
  /// The index of the node after this one and all of its content.
  package var next: UInt32

  package struct Flags: OptionSet, Sendable {
    package let rawValue: UInt8

    /// Creates flags from their bits.
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// A string that has a backslash in it.
    package static let escaped = Flags(rawValue: 1)
    /// A number with a fraction or an exponent.
    package static let decimal = Flags(rawValue: 2)
    /// The literal `true`.
    package static let isTrue = Flags(rawValue: 4)
    /// A container whose content has no nodes.
    package static let opaque = Flags(rawValue: 8)
  }
}
