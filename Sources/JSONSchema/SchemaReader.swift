import JSONText

/// Reads the keywords of one schema object.
struct SchemaReader {
  /// What was read.
  private(set) var keywords: [SchemaKeyword] = []
  let members: [ExactText: JSONValue]
  let resource: Int
  let draft: Draft
  let validates: Bool
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
      let format = SchemaFormat(rawValue: try string(value, "format"))
      if format == .regex {
        if let patterns = compiler.patterns { add("format", value, .regexFormat(patterns)) }
      } else if let format {
        add("format", value, .format(format))
      }
    }
    try readCombinations(&compiler)
    try readMembers(&compiler)
    try readElements(&compiler)
    try readDependencies(&compiler)
  }

  /// Notes a check.
  mutating func add(_ name: String, _ value: JSONValue, _ check: SchemaCheck) {
    keywords.append(SchemaKeyword(name: name, source: value, check: check))
  }
}
