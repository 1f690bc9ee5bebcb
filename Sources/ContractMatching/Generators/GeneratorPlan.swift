package import ContractModel

/// The generators of a request, a response or a message, ready to make values.
package struct GeneratorPlan: Sendable {
  /// The side that values are made for.
  package let mode: GenerationContext.Mode
  /// The generators of that side, in the order of the file, those in matching rules last.
  let generators: [CompiledGenerator]
  /// The number of the path's generator.
  private(set) var path: Int?
  /// The number of the status's generator.
  private(set) var status: Int?
  /// The generators of query parameters.
  private(set) var query = FieldGenerators(ignoresCase: false)
  /// The generators of header fields.
  private(set) var headers = FieldGenerators(ignoresCase: true)
  /// The generators of a message's metadata.
  let metadata: PathGenerators
  /// The generators of the body.
  let body: PathGenerators
  /// How many generators apply to nothing, whatever the example is.
  private var idleCount = 0

  /// Compiles generators.
  ///
  /// - Parameters:
  ///   - rules: the matching rules, in whose variants there may be more generators.
  ///   - mode: the side to make values for; generators that are only for the other are left out.
  /// - Throws: ``RuleError`` when a generator, also one that is left out, is not known or not valid.
  package init(
    _ entries: [GeneratorEntry], rules: [MatchingRuleSet], mode: GenerationContext.Mode
  ) throws(RuleError) {
    self.mode = mode
    var generators: [CompiledGenerator] = []
    var body: [PathGenerators.Item] = []
    var metadata: [PathGenerators.Item] = []
    for entry in entries {
      let generator = try CompiledGenerator(entry)
      guard generator.generator.onlyMode ?? mode == mode else { continue }
      let id = generators.count
      generators.append(generator)
      switch entry.category {
      case .path where path == nil: path = id
      case .status where status == nil: status = id
      case .method, .path, .status: idleCount += 1
      case .query: try query.add(generator, id: id)
      case .header: try headers.add(generator, id: id)
      case .metadata:
        let path = MetadataGeneration.path(entry.selector)
        metadata.append(PathGenerators.Item(id: id, generator: generator, path: path))
      case .body:
        let path = try Self.path(entry)
        body.append(PathGenerators.Item(id: id, generator: generator, path: path))
      }
    }
    for (path, entry) in try VariantGenerators(rules).found {
      let generator = try CompiledGenerator(entry)
      guard generator.generator.onlyMode ?? mode == mode else { continue }
      body.append(PathGenerators.Item(id: generators.count, generator: generator, path: path))
      generators.append(generator)
    }
    self.generators = generators
    self.metadata = try PathGenerators(metadata)
    self.body = try PathGenerators(body)
  }

  private static func path(_ entry: GeneratorEntry) throws(RuleError) -> PathExpression {
    do {
      return try PathExpression(parsing: entry.selector)
    } catch {
      throw RuleError(error.description, rule: entry.definition)
    }
  }

  /// Whether nothing would be generated.
  package var isEmpty: Bool { generators.count == idleCount }

  /// Whether values of the provider's states are needed.
  package var usesProviderState: Bool {
    generators.contains { $0.generator is ProviderStateGenerator }
  }

  /// Whether the URL of the mock is needed.
  package var usesMockServerURL: Bool {
    generators.contains { $0.generator is MockServerURLGenerator }
  }
}
