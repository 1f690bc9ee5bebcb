import ContractModel
import JSONText

/// Replaces values of a JSON value; everything else keeps its text.
struct JSONGeneration {
  /// A value that is replaced.
  struct Place {
    /// The value's node.
    let node: UInt32
    /// The generator, as a place among those of the paths.
    let item: Int
  }

  private let value: JSONValue
  private let generators: PathGenerators
  /// The values that are replaced, in the order of the text.
  private(set) var places: [Place] = []

  /// How large a value may become.
  private static let sizeLimit = 100_000_000

  /// Finds the values that generators apply to.
  init(_ value: JSONValue, _ generators: PathGenerators) {
    self.value = value
    self.generators = generators
    if let root = generators.states.root { find(value, root) }
  }

  private mutating func find(_ value: JSONValue, _ state: Int) {
    let states = generators.states
    let kind = value.kind
    if let item = states.path(at: state),
      (kind != .array && kind != .object)
        || generators.items[item].generator.generator.replacesContainers
    {
      places.append(Place(node: value.node, item: item))
    } else if kind == .object {
      for member in value.members {
        if let next = states.member(member.name, of: state) { find(member.value, next) }
      }
    } else if kind == .array {
      for (index, element) in value.elements.enumerated() {
        if let next = states.element(index, of: state) { find(element, next) }
      }
    }
  }

  /// The value with the new values in it.
  ///
  /// - Throws: ``GenerationError`` when a value cannot be made, or there is too much of it.
  func run(_ context: inout GenerationContext) throws(GenerationError) -> JSONValue {
    guard !places.isEmpty else { return value }
    let source = value.document.bytes
    var bytes: [UInt8] = []
    bytes.reserveCapacity(value.byteRange.count)
    var at = value.byteRange.lowerBound
    for place in places {
      let old = JSONValue(document: value.document, node: place.node)
      let generator = generators.items[place.item].generator
      bytes += source[at..<old.byteRange.lowerBound]
      var writer = JSONWriter(style: .compact)
      try generator.value(&context).write(inPlaceOf: old.kind, to: &writer)
      bytes += writer.bytes
      at = old.byteRange.upperBound
      guard bytes.count <= Self.sizeLimit else {
        throw generator.failure("the generated values are larger than \(Self.sizeLimit) bytes")
      }
    }
    bytes += source[at..<value.byteRange.upperBound]
    do {
      return try JSONDocument(parsing: bytes, depthLimit: .max).root
    } catch {
      throw GenerationError("the generated values make no JSON: \(error)")
    }
  }
}
