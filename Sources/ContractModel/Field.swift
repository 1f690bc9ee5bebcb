/// A header field or a query parameter with all of its values.
public struct Field: Sendable, Hashable {
  /// The name as it was written.
  public var name: String
  /// The values in order; a parameter without `=` has an empty one.
  public var values: [String]

  /// Creates a field.
  public init(_ name: String, _ values: [String]) {
    self.name = name
    self.values = values
  }
}

extension [Field] {
  /// The first value of the header field of that name, in any case.
  package func header(_ name: String) -> String? {
    first { $0.name.lowercased() == name }?.values.first
  }
}
