/// The values of a toxic's attributes.
package struct ToxicAttributes: Sendable, Hashable {
  private var values: [String: Double]

  /// The values that a kind of toxic has when none are given.
  package init(of kind: any ToxicKind.Type) {
    values = [:]
    for attribute in kind.attributes { values[attribute.name] = Double(attribute.initial) }
  }

  /// The value of an attribute that is a whole number.
  package subscript(name: String) -> Int { Int(exactly: self[fraction: name]) ?? 0 }

  /// The value of an attribute.
  package subscript(fraction name: String) -> Double {
    get { values[name] ?? 0 }
    set { values[name] = newValue }
  }
}
