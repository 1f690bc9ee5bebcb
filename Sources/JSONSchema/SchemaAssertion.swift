import JSONText

/// Checks that look at one value only.
enum SchemaAssertion {
  /// Checks a value.
  ///
  /// - Parameters:
  ///   - check: what to check; one that applies other schemas is never violated here.
  ///   - value: the value.
  /// - Returns: what is wrong in a sentence, or `nil`.
  static func violation(of check: SchemaCheck, by value: JSONValue) -> String? {
    switch check {
    case .never: return "No value is allowed here."
    case .type(let names, let exact):
      if hasType(names, exact, value) { return nil }
      return "The value is of type \(value.kind), not \(names.sorted().joined(separator: " or "))."
    case .enumeration(let values):
      return values.contains(ValueKey(value: value)) ? nil : "The value is none of the allowed."
    case .constant(let key):
      return key == ValueKey(value: value) ? nil : "The value is not the only one allowed."
    case .bound, .multipleOf:
      guard let number = JSONDecimal(value) else { return nil }
      return violation(of: check, by: number, value)
    case .size(let bound, let limit): return violation(of: bound, limit, by: value)
    case .pattern(let pattern):
      guard let text = value.string, !pattern.matches(text) else { return nil }
      return "The string does not match the pattern."
    case .format(let format):
      guard let text = value.string, !format.matches(text) else { return nil }
      return "The string has not the format '\(format.rawValue)'."
    case .regexFormat(let patterns):
      guard let text = value.string, (try? patterns.compile(text)) == nil else { return nil }
      return "The string has not the format 'regex'."
    case .uniqueItems: return duplicate(in: value)
    case .required(let names): return value.kind == .object ? missing(names, in: value) : nil
    case .dependentRequired(let lists): return missing(lists, in: value)
    default: return nil
    }
  }

  private static func hasType(_ names: Set<String>, _ exact: Bool, _ value: JSONValue) -> Bool {
    switch value.kind {
    case .null: names.contains("null")
    case .boolean: names.contains("boolean")
    case .object: names.contains("object")
    case .array: names.contains("array")
    case .string: names.contains("string")
    case .number:
      names.contains("number")
        || names.contains("integer")
          && (value.isInteger || !exact && JSONDecimal(value)?.isInteger == true)
    }
  }

  private static func violation(
    of check: SchemaCheck, by number: JSONDecimal, _ value: JSONValue
  ) -> String? {
    switch check {
    case .bound(.minimum, let limit) where number < limit: "\(value.text) is below the minimum."
    case .bound(.maximum, let limit) where number > limit: "\(value.text) is above the maximum."
    case .bound(.exclusiveMinimum, let limit) where number <= limit:
      "\(value.text) is not above the exclusive minimum."
    case .bound(.exclusiveMaximum, let limit) where number >= limit:
      "\(value.text) is not below the exclusive maximum."
    case .multipleOf(let divisor) where !number.isMultiple(of: divisor):
      "\(value.text) is not a multiple."
    default: nil
    }
  }

  private static func violation(
    of bound: SizeBound, _ limit: Int, by value: JSONValue
  ) -> String? {
    guard value.kind == bound.kind else { return nil }
    let size = value.string?.unicodeScalars.count ?? value.count
    if bound.isMinimum ? size >= limit : size <= limit { return nil }
    let unit =
      switch bound.kind {
      case .string: "characters"
      case .array: "elements"
      default: "members"
      }
    return "The value has \(size) \(unit), \(bound.isMinimum ? "at least" : "at most") \(limit) "
      + "\(bound.isMinimum ? "are needed" : "are allowed")."
  }

  private static func duplicate(in value: JSONValue) -> String? {
    var seen: [ValueKey: Int] = [:]
    for (index, element) in value.elements.enumerated() {
      if let first = seen.updateValue(index, forKey: ValueKey(value: element)) {
        return "The elements \(first) and \(index) are equal."
      }
    }
    return nil
  }

  private static func missing(_ names: [String], in value: JSONValue) -> String? {
    // A lookup walks over the members; for more than a few names a set is cheaper.
    let present = names.count > 8 ? Set(value.members.map(\.name)) : nil
    let absent = names.filter { name in
      present.map { !$0.contains(name) } ?? (value[name] == nil)
    }
    if absent.isEmpty { return nil }
    let list = absent.map { "'\($0)'" }.joined(separator: ", ")
    return "The \(absent.count == 1 ? "member" : "members") \(list) must be present."
  }

  private static func missing(_ lists: [String: [String]], in value: JSONValue) -> String? {
    guard value.kind == .object else { return nil }
    let present = Set(value.members.map(\.name))
    for (name, others) in lists.sorted(by: { $0.key < $1.key }) where present.contains(name) {
      let absent = others.filter { !present.contains($0) }
      if !absent.isEmpty {
        let list = absent.map { "'\($0)'" }.joined(separator: ", ")
        return "With '\(name)', \(list) must be present."
      }
    }
    return nil
  }
}
