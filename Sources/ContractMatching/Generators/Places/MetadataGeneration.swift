import ContractModel
import JSONText

/// Replaces values of a message's metadata; what it lacks is added.
struct MetadataGeneration {
  private let values: JSONGeneration?
  private let generators: PathGenerators
  /// Names that the metadata lacks, with the generator's place among those of the paths.
  private let added: [(name: String, item: Int)]

  /// Finds the values that generators apply to, and those that have to be added.
  init(_ metadata: JSONValue?, _ generators: PathGenerators) {
    self.generators = generators
    values = metadata.map { JSONGeneration($0, generators) }
    var known = Set((metadata ?? .null).members.map(\.name))
    var added: [(name: String, item: Int)] = []
    for (place, item) in generators.items.enumerated() where item.path.tokens.count == 1 {
      guard case .key(let name)? = item.path.tokens.first, known.insert(name).inserted else {
        continue
      }
      added.append((name, place))
    }
    self.added = added
  }

  /// The generators that apply to something, as places among those of the paths.
  var used: [Int] { (values?.places ?? []).map(\.item) + added.map(\.item) }

  /// The metadata with the new values in it.
  ///
  /// - Throws: ``GenerationError`` when a value cannot be made.
  func run(_ context: inout GenerationContext) throws(GenerationError) -> JSONValue? {
    var metadata: JSONValue?
    if let values { metadata = try values.run(&context) }
    guard !added.isEmpty else { return metadata }
    var writer = JSONWriter(style: .compact)
    try writer.object { writer throws(GenerationError) in
      for member in (metadata ?? .null).members { writer.member(member.name, member.value) }
      for (name, item) in added {
        writer.key(name)
        try generators.items[item].generator.value(&context).write(inPlaceOf: nil, to: &writer)
      }
    }
    do {
      return try JSONDocument(parsing: writer.bytes, depthLimit: .max).root
    } catch {
      throw GenerationError("the generated metadata is no JSON: \(error)")
    }
  }

  /// The path that a generator's selector means: a name, or a path that begins with `$`.
  static func path(_ selector: String) -> PathExpression {
    if selector.hasPrefix("$"), let path = try? PathExpression(parsing: selector) { return path }
    return PathExpression([.key(selector)])
  }
}
