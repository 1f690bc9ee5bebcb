import JSONText

extension SchemaReader {
  /// Refuses a value of another kind.
  func expect(
    _ kind: JSONKind, _ value: JSONValue, _ name: String
  ) throws(JSONSchemaError) {
    guard value.kind == kind else {
      let article = kind == .array || kind == .object ? "an" : "a"
      throw JSONSchemaError("'\(name)' must be \(article) \(kind).", at: value)
    }
  }

  /// A string, or an error.
  func string(_ value: JSONValue, _ name: String) throws(JSONSchemaError) -> String {
    try expect(.string, value, name)
    return value.string ?? ""
  }

  /// A list of strings, or an error.
  func strings(_ value: JSONValue, _ name: String) throws(JSONSchemaError) -> [String] {
    try expect(.array, value, name)
    var result: [String] = []
    for element in value.elements { result.append(try string(element, name)) }
    return result
  }

  /// A number, or an error.
  func number(_ value: JSONValue, _ name: String) throws(JSONSchemaError) -> JSONDecimal {
    guard let number = JSONDecimal(value) else {
      throw JSONSchemaError("'\(name)' must be a number.", at: value)
    }
    return number
  }

  /// A nonnegative integer, or an error.
  func count(_ value: JSONValue, _ name: String) throws(JSONSchemaError) -> Int {
    guard let count = try number(value, name).count else {
      throw JSONSchemaError("'\(name)' must be an integer of at least 0.", at: value)
    }
    return count
  }

  /// The nodes of a list of schemas.
  func nodes(
    _ value: JSONValue, _ name: String, _ compiler: inout SchemaCompiler
  ) throws(JSONSchemaError) -> [Int] {
    try expect(.array, value, name)
    var nodes: [Int] = []
    for element in value.elements { nodes.append(compiler.node(element, resource)) }
    return nodes
  }
}
