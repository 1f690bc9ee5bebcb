import JSONText

/// Reads the keywords of one schema object.
struct SchemaReader {
  /// What was read.
  private(set) var keywords: [SchemaKeyword] = []
  private let members: [ExactText: JSONValue]
  private let resource: Int
  private let draft: Draft
  private let validates: Bool
  private let assertsFormat: Bool

  /// Creates a reader.
  init(_ schema: JSONValue, resource: Int, dialect: SchemaDialect, assertsFormat: Bool) {
    members = schema.memberIndex
    self.resource = resource
    draft = dialect.draft
    validates = dialect.validates
    self.assertsFormat = assertsFormat || dialect.assertsFormat
  }

  /// Reads all keywords.
  ///
  /// - Throws: ``JSONSchemaError`` for a keyword of a wrong shape.
  mutating func read(_ compiler: inout SchemaCompiler) throws(JSONSchemaError) {
    if let value = members["$ref"] {
      add("$ref", value, try compiler.reference(value, from: resource))
      if draft <= .draft7 { return }  // siblings do not count
    }
    if draft == .draft201909, let value = members["$recursiveRef"] {
      add("$recursiveRef", value, try compiler.recursiveReference(value, from: resource))
    }
    if draft == .draft202012, let value = members["$dynamicRef"] {
      add("$dynamicRef", value, try compiler.dynamicReference(value, from: resource))
    }
    if validates {
      try readValues()
      try readNumbers()
      try readSizes()
      try readNames()
      if let value = members["pattern"] {
        let text = try string(value, "pattern")
        add("pattern", value, .pattern(try compiler.pattern(text, at: value)))
      }
    }
    if assertsFormat, let value = members["format"] {
      if let format = SchemaFormat(rawValue: try string(value, "format")) {
        add("format", value, .format(format))
      }
    }
    try readCombinations(&compiler)
    try readMembers(&compiler)
    try readElements(&compiler)
    try readDependencies(&compiler)
  }

  private mutating func add(_ name: String, _ value: JSONValue, _ check: SchemaCheck) {
    keywords.append(SchemaKeyword(name: name, source: value, check: check))
  }

  // MARK: Assertions

  private mutating func readValues() throws(JSONSchemaError) {
    if let value = members["type"] {
      let names =
        value.kind == .array ? try strings(value, "type") : [try string(value, "type")]
      let known: Set = ["null", "boolean", "object", "array", "number", "integer", "string"]
      guard known.isSuperset(of: names) else {
        throw JSONSchemaError("'type' must name types of JSON.", at: value)
      }
      add("type", value, .type(Set(names), exact: draft == .draft4))
    }
    if let value = members["enum"] {
      try expect(.array, value, "enum")
      add("enum", value, .enumeration(Set(value.elements.map { ValueKey(value: $0) })))
    }
    if draft >= .draft6, let value = members["const"] {
      add("const", value, .constant(ValueKey(value: value)))
    }
    if let value = members["uniqueItems"] {
      try expect(.boolean, value, "uniqueItems")
      if value.boolean == true { add("uniqueItems", value, .uniqueItems) }
    }
  }

  private mutating func readNumbers() throws(JSONSchemaError) {
    for bound in NumberBound.allCases {
      let name = bound.rawValue
      guard let value = members[ExactText(name)] else { continue }
      let isExclusive = bound == .exclusiveMinimum || bound == .exclusiveMaximum
      if draft == .draft4 {
        if isExclusive {
          try expect(.boolean, value, name)
          continue
        }
        let limit = try number(value, name)
        let other: NumberBound = bound == .minimum ? .exclusiveMinimum : .exclusiveMaximum
        let excludes = members[ExactText(other.rawValue)]?.boolean == true
        add(name, value, .bound(excludes ? other : bound, limit))
      } else {
        add(name, value, .bound(bound, try number(value, name)))
      }
    }
    guard let value = members["multipleOf"] else { return }
    let divisor = try number(value, "multipleOf")
    guard divisor.isDivisor else {
      throw JSONSchemaError(
        "'multipleOf' must be above 0 and have at most 18 significant digits.", at: value)
    }
    add("multipleOf", value, .multipleOf(divisor))
  }

  private mutating func readSizes() throws(JSONSchemaError) {
    for bound in SizeBound.allCases {
      guard let value = members[ExactText(bound.rawValue)] else { continue }
      add(bound.rawValue, value, .size(bound, try count(value, bound.rawValue)))
    }
  }

  private mutating func readNames() throws(JSONSchemaError) {
    if let value = members["required"] {
      add("required", value, .required(try strings(value, "required")))
    }
    if draft >= .draft201909, let value = members["dependentRequired"] {
      try expect(.object, value, "dependentRequired")
      var lists: [String: [String]] = [:]
      for member in value.members {
        lists[member.name] = try strings(member.value, "dependentRequired")
      }
      add("dependentRequired", value, .dependentRequired(lists))
    }
  }

  // MARK: Applicators

  private mutating func readCombinations(
    _ compiler: inout SchemaCompiler
  ) throws(JSONSchemaError) {
    for name in ["allOf", "anyOf", "oneOf"] {
      guard let value = members[ExactText(name)] else { continue }
      let nodes = try nodes(value, name, &compiler)
      add(
        name, value,
        name == "allOf" ? .allOf(nodes) : name == "anyOf" ? .anyOf(nodes) : .oneOf(nodes))
    }
    if let value = members["not"] { add("not", value, .not(compiler.node(value, resource))) }
    if draft >= .draft7, let value = members["if"] {
      let then = members["then"].map { compiler.node($0, resource) }
      let otherwise = members["else"].map { compiler.node($0, resource) }
      let test = compiler.node(value, resource)
      add("if", value, .conditional(test, then: then, otherwise: otherwise))
    }
  }

  private mutating func readMembers(_ compiler: inout SchemaCompiler) throws(JSONSchemaError) {
    var rules = MemberRules()
    var source: JSONValue?
    if let value = members["additionalProperties"] {
      source = value
      rules.additional = compiler.node(value, resource)
    }
    if let value = members["patternProperties"] {
      try expect(.object, value, "patternProperties")
      source = value
      for member in value.members {
        let pattern = try compiler.pattern(member.name, at: member.value)
        rules.patterns.append((pattern, compiler.node(member.value, resource)))
      }
    }
    if let value = members["properties"] {
      try expect(.object, value, "properties")
      source = value
      for member in value.members {
        rules.properties[member.name] = compiler.node(member.value, resource)
      }
    }
    if let source { add("properties", source, .members(rules)) }
    if draft >= .draft6, let value = members["propertyNames"] {
      add("propertyNames", value, .propertyNames(compiler.node(value, resource)))
    }
    if draft >= .draft201909, let value = members["unevaluatedProperties"] {
      let node = compiler.node(value, resource)
      add("unevaluatedProperties", value, .unevaluatedProperties(node))
    }
  }

  private mutating func readElements(_ compiler: inout SchemaCompiler) throws(JSONSchemaError) {
    var prefix: [Int] = []
    var rest: Int?
    var source: JSONValue?
    if draft == .draft202012 {
      if let value = members["prefixItems"] {
        prefix = try nodes(value, "prefixItems", &compiler)
        source = value
      }
      if let value = members["items"] {
        rest = compiler.node(value, resource)
        source = value
      }
    } else if let value = members["items"] {
      source = value
      if value.kind == .array {
        for element in value.elements { prefix.append(compiler.node(element, resource)) }
        rest = members["additionalItems"].map { compiler.node($0, resource) }
      } else {
        rest = compiler.node(value, resource)
      }
    }
    if let source { add("items", source, .items(prefix: prefix, rest: rest)) }
    if draft >= .draft6, let value = members["contains"] {
      let counts = draft >= .draft201909 && validates
      var (minimum, maximum) = (1, Int.max)
      if counts, let limit = members["minContains"] { minimum = try count(limit, "minContains") }
      if counts, let limit = members["maxContains"] { maximum = try count(limit, "maxContains") }
      let node = compiler.node(value, resource)
      add(
        "contains", value,
        .contains(
          node, minimum: minimum, maximum: maximum, evaluates: draft == .draft202012))
    }
    if draft >= .draft201909, let value = members["unevaluatedItems"] {
      add("unevaluatedItems", value, .unevaluatedItems(compiler.node(value, resource)))
    }
  }

  private mutating func readDependencies(
    _ compiler: inout SchemaCompiler
  ) throws(JSONSchemaError) {
    if let value = members["dependencies"] {
      try expect(.object, value, "dependencies")
      var lists: [String: [String]] = [:]
      var schemas: [(name: String, node: Int)] = []
      for member in value.members {
        if member.value.kind == .array {
          lists[member.name] = try strings(member.value, "dependencies")
        } else {
          schemas.append((member.name, compiler.node(member.value, resource)))
        }
      }
      if !lists.isEmpty { add("dependencies", value, .dependentRequired(lists)) }
      if !schemas.isEmpty { add("dependencies", value, .dependentSchemas(schemas)) }
    }
    if draft >= .draft201909, let value = members["dependentSchemas"] {
      try expect(.object, value, "dependentSchemas")
      var schemas: [(name: String, node: Int)] = []
      for member in value.members {
        schemas.append((member.name, compiler.node(member.value, resource)))
      }
      add("dependentSchemas", value, .dependentSchemas(schemas))
    }
  }

  // MARK: Shapes

  private func expect(
    _ kind: JSONKind, _ value: JSONValue, _ name: String
  ) throws(JSONSchemaError) {
    guard value.kind == kind else {
      let article = kind == .array || kind == .object ? "an" : "a"
      throw JSONSchemaError("'\(name)' must be \(article) \(kind).", at: value)
    }
  }

  private func string(_ value: JSONValue, _ name: String) throws(JSONSchemaError) -> String {
    try expect(.string, value, name)
    return value.string ?? ""
  }

  private func strings(_ value: JSONValue, _ name: String) throws(JSONSchemaError) -> [String] {
    try expect(.array, value, name)
    var result: [String] = []
    for element in value.elements { result.append(try string(element, name)) }
    return result
  }

  private func number(_ value: JSONValue, _ name: String) throws(JSONSchemaError) -> JSONDecimal {
    guard let number = JSONDecimal(value) else {
      throw JSONSchemaError("'\(name)' must be a number.", at: value)
    }
    return number
  }

  private func count(_ value: JSONValue, _ name: String) throws(JSONSchemaError) -> Int {
    guard let count = try number(value, name).count else {
      throw JSONSchemaError("'\(name)' must be an integer of at least 0.", at: value)
    }
    return count
  }

  private func nodes(
    _ value: JSONValue, _ name: String, _ compiler: inout SchemaCompiler
  ) throws(JSONSchemaError) -> [Int] {
    try expect(.array, value, name)
    var nodes: [Int] = []
    for element in value.elements { nodes.append(compiler.node(element, resource)) }
    return nodes
  }
}
