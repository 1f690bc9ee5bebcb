import JSONText

/// Turns schemas into nodes, each once, without recursion: what is met is noted and done later.
struct SchemaCompiler {
  /// Where references lead.
  var index: SchemaIndex
  /// The engine of regular expressions.
  let patterns: (any PatternMatching)?
  private let assertsFormat: Bool
  private var program = SchemaProgram()
  private var ids: [NodeKey: Int] = [:]
  private var pending: [(id: Int, value: JSONValue)] = []
  private var expressions: [String: any CompiledPattern] = [:]
  private var dynamicNames: Set<String> = []

  /// Creates a compiler.
  init(index: SchemaIndex, patterns: (any PatternMatching)?, assertsFormat: Bool) {
    self.index = index
    self.patterns = patterns
    self.assertsFormat = assertsFormat
  }

  /// Compiles a schema and all that it refers to.
  ///
  /// - Parameters:
  ///   - root: the schema.
  ///   - resource: the resource that it lies in.
  mutating func compile(
    _ root: JSONValue, in resource: Int
  ) throws(JSONSchemaError) -> SchemaProgram {
    _ = node(root, resource)
    repeat {
      while let (id, value) = pending.popLast() { try fill(id, value) }
      addDynamicTargets()
    } while !pending.isEmpty
    let own = ObjectIdentifier(root.document)
    for resource in index.resources {
      let document = ObjectIdentifier(resource.root.document)
      if document != own, program.uris[document] == nil {
        program.uris[document] = resource.uri.description
      }
    }
    return program
  }

  /// The node of a schema; it is compiled later.
  mutating func node(_ value: JSONValue, _ parent: Int) -> Int {
    let key = NodeKey(value)
    if let id = ids[key] { return id }
    let id = program.nodes.count
    ids[key] = id
    program.nodes.append(SchemaNode(resource: index.resource(of: value, within: parent)))
    pending.append((id, value))
    return id
  }

  private mutating func addDynamicTargets() {
    for name in dynamicNames {
      for resource in Set(program.nodes.map(\.resource)) {
        guard let anchor = index.resources[resource].dynamicAnchors[name] else { continue }
        program.dynamicTargets[name, default: [:]][resource] = node(anchor, resource)
      }
    }
  }

  private mutating func fill(_ id: Int, _ value: JSONValue) throws(JSONSchemaError) {
    let resource = program.nodes[id].resource
    var keywords: [SchemaKeyword] = []
    switch value.kind {
    case .boolean:
      if value.boolean == false {
        keywords = [SchemaKeyword(name: "false", source: value, check: .never)]
      }
    case .object:
      var reader = SchemaReader(
        value, resource: resource, dialect: index.resources[resource].dialect,
        assertsFormat: assertsFormat)
      try reader.read(&self)
      keywords = reader.keywords
    default: throw JSONSchemaError("A schema must be an object or a boolean.", at: value)
    }
    let sorted = keywords.sorted { $0.source.node < $1.source.node }
    program.nodes[id].keywords =
      sorted.filter { !$0.check.isUnevaluated } + sorted.filter(\.check.isUnevaluated)
    program.nodes[id].tracks = keywords.contains(where: \.check.isUnevaluated)
  }

  /// The check of `$ref`.
  mutating func reference(
    _ value: JSONValue, from resource: Int
  ) throws(JSONSchemaError) -> SchemaCheck {
    let target = try index.resolve(value, from: resource)
    return .reference(node(target.value, target.resource))
  }

  /// The check of `$dynamicRef`: without a dynamic anchor at its target it is a `$ref`.
  mutating func dynamicReference(
    _ value: JSONValue, from resource: Int
  ) throws(JSONSchemaError) -> SchemaCheck {
    let target = try index.resolve(value, from: resource)
    let id = node(target.value, target.resource)
    let name = URIReference(value.string ?? "").decodedFragment
    guard !name.isEmpty, target.value.kind == .object,
      target.value["$dynamicAnchor"]?.string == name
    else { return .reference(id) }
    dynamicNames.insert(name)
    return .dynamicReference(name, fallback: id)
  }

  /// The check of `$recursiveRef`, which is always `#`.
  mutating func recursiveReference(
    _ value: JSONValue, from resource: Int
  ) throws(JSONSchemaError) -> SchemaCheck {
    let target = try index.resolve(value, from: resource)
    let id = node(target.value, target.resource)
    guard target.value.kind == .object, target.value["$recursiveAnchor"]?.boolean == true
    else { return .reference(id) }
    dynamicNames.insert("")
    return .dynamicReference("", fallback: id)
  }

  /// Compiles a regular expression, each text once.
  ///
  /// - Parameters:
  ///   - text: the expression.
  ///   - value: what to name in an error.
  mutating func pattern(
    _ text: String, at value: JSONValue
  ) throws(JSONSchemaError) -> any CompiledPattern {
    if let known = expressions[text] { return known }
    guard let patterns else {
      throw JSONSchemaError("There is no engine for the pattern '\(text)'.", at: value)
    }
    do {
      let compiled = try patterns.compile(text)
      expressions[text] = compiled
      return compiled
    } catch {
      throw JSONSchemaError("The pattern '\(text)' is not valid: \(error)", at: value)
    }
  }
}
