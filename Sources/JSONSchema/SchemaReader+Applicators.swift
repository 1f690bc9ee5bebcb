import JSONText

extension SchemaReader {
  /// Reads `allOf`, `anyOf`, `oneOf`, `not` and `if`.
  mutating func readCombinations(
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

  /// Reads what applies to the members of objects.
  mutating func readMembers(_ compiler: inout SchemaCompiler) throws(JSONSchemaError) {
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

  /// Reads what applies to the elements of arrays.
  mutating func readElements(_ compiler: inout SchemaCompiler) throws(JSONSchemaError) {
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

  /// Reads `dependencies` and `dependentSchemas`.
  mutating func readDependencies(
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
}
