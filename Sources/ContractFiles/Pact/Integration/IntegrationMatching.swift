import JSONText

/// What an object of integration JSON says of the value that it stands for.
struct IntegrationMatching {
  /// The rules, each as the specification writes it; all of them hold.
  var rules: [JSONValue] = []
  /// The generator, as the specification writes it.
  var generator: JSONValue?
  /// Whether the rules are about every member of an object alike, whatever its key.
  var isForEveryMember = false
  /// How many elements an array has at least.
  var least = 0

  /// The example that goes with a rule, for a value that has none of its own; it may be integration
  /// JSON itself.
  var example: JSONValue?
  /// The examples of the variants of `arrayContains`.
  var variants: [JSONValue]?
  /// An example of a key of an object.
  var key: String?
  /// An example of an element or member; it may be integration JSON itself.
  var element: JSONValue?
  /// What every element or member is like, by its reference.
  var references: [JSONValue] = []

  /// An example of the value, which may be integration JSON itself; `nil` when nothing gives one.
  func sample(_ context: IntegrationContext, at value: JSONValue) -> JSONValue? {
    if let known = references.first ?? example { return known }
    if let key {
      return context.make(at: value) { $0.object { $0.member(key, element ?? .null) } }
    }
    return element.map { element in context.make(at: value) { $0.array { $0.value(element) } } }
  }

  /// Takes the rules of another one, and what else this one lacks.
  mutating func add(_ other: IntegrationMatching) {
    rules += other.rules
    generator = generator ?? other.generator
    isForEveryMember = isForEveryMember || other.isForEveryMember
    least = max(least, other.least)
    example = example ?? other.example
    variants = variants ?? other.variants
    key = key ?? other.key
    element = element ?? other.element
    for reference in other.references
    where !references.contains(where: { $0.isSame(as: reference) }) {
      references.append(reference)
    }
  }
}

extension JSONValue {
  /// Whether two values stand at the same place of the same text.
  func isSame(as other: JSONValue) -> Bool {
    document === other.document && byteRange == other.byteRange
  }
}
