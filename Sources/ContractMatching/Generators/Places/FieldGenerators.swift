import ContractModel

/// The generators for header fields or query parameters.
struct FieldGenerators: Sendable {
  private var generators: [(id: Int, generator: CompiledGenerator, selector: FieldSelector)] = []
  private let ignoresCase: Bool

  /// - Parameter ignoresCase: whether names are compared without case.
  init(ignoresCase: Bool) { self.ignoresCase = ignoresCase }

  /// Whether there are none.
  var isEmpty: Bool { generators.isEmpty }

  /// Adds a generator.
  ///
  /// - Parameter id: the number of the generator among all.
  /// - Throws: ``RuleError`` when its selector names no field.
  mutating func add(_ generator: CompiledGenerator, id: Int) throws(RuleError) {
    do throws(RuleError) {
      generators.append((id, generator, try FieldSelector(generator.entry.selector)))
    } catch {
      throw RuleError(error.message, rule: generator.entry.definition)
    }
  }

  /// Where generators apply.
  private struct Places {
    /// A value of a field, and its generator's place.
    var values: [(field: Int, value: Int, generator: Int)] = []
    /// Fields that the example lacks, with their generator's place.
    var added: [(name: String, generator: Int)] = []
  }

  private func key(_ name: String) -> String { ignoresCase ? name.lowercased() : name }

  private func places(in fields: [Field]) -> Places {
    var targets: [FieldSelector.Target: Int] = [:]
    var places = Places()
    let known = Set(fields.map { key($0.name) })
    var added: Set<String> = []
    for (place, generator) in generators.enumerated() {
      let candidates = generator.selector.targets
      if let target = candidates.first(where: { known.contains(key($0.name)) }) {
        let target = FieldSelector.Target(name: key(target.name), index: target.index)
        // Of several for one place the first counts.
        if targets[target] == nil { targets[target] = place }
      } else if let target = candidates.last, target.index ?? 0 == 0,
        added.insert(key(target.name)).inserted
      {
        places.added.append((target.name, place))
      }
    }
    guard !targets.isEmpty else { return places }
    // One name may stand in several fields: its values are counted through.
    var seen: [String: Int] = [:]
    for (field, content) in fields.enumerated() {
      let name = key(content.name)
      let every = targets[FieldSelector.Target(name: name, index: nil)]
      for value in content.values.indices {
        let index = seen[name, default: 0] + value
        let one = targets[FieldSelector.Target(name: name, index: index)]
        if let place = one ?? every { places.values.append((field, value, place)) }
      }
      seen[name, default: 0] += content.values.count
    }
    return places
  }

  /// The numbers of the generators that apply to some field, or add one.
  func used(in fields: [Field]) -> [Int] {
    let places = places(in: fields)
    return (places.values.map(\.generator) + places.added.map(\.generator)).map {
      generators[$0].id
    }
  }

  /// Makes the values; a field that the example lacks is added.
  ///
  /// - Throws: ``GenerationError`` when a value cannot be made, or HTTP cannot carry it.
  func generate(
    _ fields: [Field], _ context: inout GenerationContext
  ) throws(GenerationError) -> [Field] {
    guard !isEmpty else { return fields }
    let places = places(in: fields)
    var fields = fields
    for (field, value, place) in places.values {
      fields[field].values[value] = try text(place, fields[field].name, &context)
    }
    for (name, place) in places.added {
      fields.append(Field(name, [try text(place, name, &context)]))
    }
    return fields
  }

  private func text(
    _ place: Int, _ name: String, _ context: inout GenerationContext
  ) throws(GenerationError) -> String {
    let generator = generators[place].generator
    let text = try generator.value(&context).text
    guard !ignoresCase || (HTTPText.isValue(text) && HTTPText.isName(name)) else {
      throw generator.failure("the generated header '\(name)' cannot be sent over HTTP")
    }
    return text
  }
}
