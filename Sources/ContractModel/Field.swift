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
    first { $0.name.equalsIgnoringCase(name) }?.values.first
  }
}

extension String {
  /// Whether the text is another one, which is in lower case, but for the case of ASCII letters.
  package func equalsIgnoringCase(_ lowercased: String) -> Bool {
    guard utf8.count == lowercased.utf8.count else { return false }
    return utf8.elementsEqual(lowercased.utf8) { byte, wanted in
      byte == wanted || (0x41...0x5A).contains(byte) && byte | 0x20 == wanted
    }
  }
}
