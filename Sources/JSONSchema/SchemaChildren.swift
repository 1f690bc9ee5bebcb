import JSONText

/// Which keywords hold schemas: only there may identifiers stand.
enum SchemaChildren {
  private static let single: Set<String> = [
    "not", "additionalItems", "items", "contains", "additionalProperties", "propertyNames", "if",
    "then", "else", "unevaluatedItems", "unevaluatedProperties", "contentSchema",
  ]
  private static let lists: Set<String> = ["allOf", "anyOf", "oneOf", "prefixItems", "items"]
  private static let maps: Set<String> = [
    "properties", "patternProperties", "definitions", "$defs", "dependentSchemas", "dependencies",
  ]

  /// The subschemas of a schema, in the order of the text.
  static func all(of schema: JSONValue, draft: Draft) -> [JSONValue] {
    var found: [JSONValue] = []
    for member in schema.members {
      let (name, value) = (member.name, member.value)
      switch value.kind {
      case .object where single.contains(name): found.append(value)
      case .array where lists.contains(name): found += value.elements
      case .object where maps.contains(name): found += value.members.map(\.value)
      default: break
      }
    }
    return found
  }
}
