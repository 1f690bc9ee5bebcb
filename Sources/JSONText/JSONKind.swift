/// The six kinds of JSON value.
public enum JSONKind: UInt8, Sendable, Hashable, CaseIterable {
  /// The literal `null`.
  case null
  /// The literals `true` and `false`.
  case boolean
  /// A number, kept as its text.
  case number
  /// A string.
  case string
  /// An array.
  case array
  /// An object, with its members in the order of the text.
  case object
}
