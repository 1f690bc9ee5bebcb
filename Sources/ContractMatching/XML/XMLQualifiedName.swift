/// The name of an element or attribute as the parser reports it; only valid while it does.
struct XMLQualifiedName {
  /// The namespace; empty for none.
  var uri: UnsafeBufferPointer<UInt8>
  /// The prefix as written; empty for none.
  var prefix: UnsafeBufferPointer<UInt8>
  /// The name after the prefix.
  var local: UnsafeBufferPointer<UInt8>
}
