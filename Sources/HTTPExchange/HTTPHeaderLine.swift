/// A header line of a request.
package struct HTTPHeaderLine: Sendable, Hashable {
  /// The field's name as it is sent.
  package var name: String
  /// The field's value as it is sent.
  package var value: String

  /// Creates a header line.
  package init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}
