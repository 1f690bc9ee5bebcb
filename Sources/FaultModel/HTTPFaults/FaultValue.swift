/// The value of a member of a fault.
package enum FaultValue: Sendable, Hashable {
  /// A number, whole or not.
  case number(FaultRamp)
  /// A word or a line.
  case text(String)
  /// Header fields.
  case fields([FaultResponse.Header])
  /// A body, and its type where the header fields name none.
  case body([UInt8], contentType: String?)
}
