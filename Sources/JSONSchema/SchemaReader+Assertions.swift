import JSONText

extension SchemaReader {
  /// Reads `type`, `enum`, `const` and `uniqueItems`.
  mutating func readValues() throws(JSONSchemaError) {
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

  /// Reads the bounds of numbers and `multipleOf`.
  mutating func readNumbers() throws(JSONSchemaError) {
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

  /// Reads the bounds of lengths and counts.
  mutating func readSizes() throws(JSONSchemaError) {
    for bound in SizeBound.allCases {
      guard let value = members[ExactText(bound.rawValue)] else { continue }
      add(bound.rawValue, value, .size(bound, try count(value, bound.rawValue)))
    }
  }

  /// Reads `required` and `dependentRequired`.
  mutating func readNames() throws(JSONSchemaError) {
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
}
