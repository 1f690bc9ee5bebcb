/// The values of a toxic's attributes.
package struct ToxicAttributes: Sendable, Hashable {
  private var values: [String: Int]

  /// The values that a kind of toxic has when none are given.
  package init(of kind: any ToxicKind.Type) {
    values = [:]
    for attribute in kind.attributes { values[attribute.name] = attribute.initial }
  }

  /// The value of an attribute.
  package subscript(name: String) -> Int {
    get { values[name] ?? 0 }
    set { values[name] = newValue }
  }
}
