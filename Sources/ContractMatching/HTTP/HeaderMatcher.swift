import ContractModel
import JSONText

/// Compares header fields: names in any case, further fields allowed.
struct HeaderMatcher: Sendable {
  private let expected: [Field]
  /// The names of the expected fields in lower case.
  private let names: [String]
  private let rules: FieldRules
  private let places: PlaceFinder

  init(expected: [Field], rules: FieldRules, places: PlaceFinder) {
    self.expected = expected
    self.rules = rules
    self.places = places
    names = expected.map { $0.name.lowercased() }
  }

  /// Fields whose values are lists by their definition: a comma separates elements there.
  private static let lists: Set<String> = [
    "accept", "accept-encoding", "accept-language", "access-control-allow-headers",
    "access-control-allow-methods", "access-control-expose-headers",
    "access-control-request-headers", "allow", "cache-control", "if-match", "if-none-match", "vary",
  ]

  /// The fields with the elements of lists as values of their own.
  static func elements(of fields: [Field]) -> [Field] {
    fields.map { field in
      lists.contains(field.name.lowercased()) ? Field(field.name, split(field.values)) : field
    }
  }

  func mismatches(_ actual: [Field]) -> [Mismatch] {
    var mismatches: [Mismatch] = []
    // Few names are looked for one by one; many would make that a product.
    let index =
      names.count > Self.fewNames ? Dictionary(grouping: actual) { $0.name.lowercased() } : nil
    for (field, name) in zip(expected, names) {
      let fields =
        index.map { $0[name] ?? [] } ?? actual.filter { $0.name.equalsIgnoringCase(name) }
      mismatches += self.mismatches(field, name, fields)
    }
    return mismatches
  }

  private static let fewNames = 16

  /// - Parameter fields: the fields of that name that came.
  private func mismatches(_ field: Field, _ name: String, _ fields: [Field]) -> [Mismatch] {
    let rule = rules[field.name]
    let list = rules.list(field.name)
    // Most fields come as the contract has them.
    if rule == nil, list == nil, fields.count == 1, !field.values.isEmpty,
      fields[0].values.elementsEqual(field.values, by: { $0.isExactly($1) })
    {
      return []
    }
    let values = fields.flatMap(\.values)
    guard !values.isEmpty else {
      return [
        mismatch(field, "", "Expected a header '\(field.name)' but was missing", nil)
      ]
    }
    if let list {
      return list.differences(Self.lists.contains(name) ? Self.split(values) : values).map {
        mismatch(
          field, values.joined(separator: ", "),
          "Mismatch with header '\(field.name)': \($0.message)", $0.rule)
      }
    }
    if let rule { return byRule(rule, name, field, values) }
    let holds =
      switch name {
      case "content-type": Self.accepts(field.values, values)
      case "accept":
        Self.split(field.values).count == Self.split(values).count
          && zip(Self.split(field.values), Self.split(values)).allSatisfy {
            Self.accepts([$0], [$1])
          }
      case _ where Self.lists.contains(name):
        Self.split(field.values).elementsEqual(Self.split(values)) { $0.isExactly($1) }
      default: Self.normalise(field.values).isExactly(Self.normalise(values))
      }
    if holds { return [] }
    let (wanted, came) = (field.values.joined(separator: ", "), values.joined(separator: ", "))
    return [
      mismatch(
        field, came,
        "Mismatch with header '\(field.name)': Expected header '\(field.name)' to have value"
          + " '\(wanted)' but was '\(came)'", nil)
    ]
  }

  private func byRule(_ rule: RuleSet, _ name: String, _ field: Field, _ values: [String])
    -> [Mismatch]
  {
    let isList = Self.lists.contains(name)
    let whole = values.joined(separator: ", ")
    let came = isList ? Self.split(values) : values
    let subject = "Expected header '\(field.name)' (size \(came.count))"
    for count in rule.rules.compactMap(\.elementCount) {
      guard let message = count.difference(count: came.count, subject) else { continue }
      return [mismatch(field, whole, "Mismatch with header '\(field.name)': \(message)", rule.name)]
    }
    // A rule may be meant for the whole list or for each of its elements.
    if rule.differences(of: .text(whole), from: .text(field.values.joined(separator: ", ")))
      .isEmpty
    {
      return []
    }
    let wanted = isList ? Self.split(field.values) : field.values
    return came.enumerated().flatMap { index, value in
      let example = wanted.indices.contains(index) ? wanted[index] : wanted.first ?? ""
      return rule.differences(of: .text(value), from: .text(example)).map { name, message in
        mismatch(field, value, "Mismatch with header '\(field.name)': \(message)", name)
      }
    }
  }

  private func mismatch(
    _ field: Field, _ actual: String, _ message: String, _ ruleName: String?
  ) -> Mismatch {
    Mismatch(
      .header, path: field.name, expected: field.values.joined(separator: ", "),
      actual: actual, message: message, rule: ruleName, location: places.location(named: field.name)
    )
  }

  /// Whether a media type is the expected one with at least its parameters.
  private static func accepts(_ expected: [String], _ actual: [String]) -> Bool {
    let (expected, actual) = (expected.joined(separator: ", "), actual.joined(separator: ", "))
    // What is no media type is compared as any other value.
    guard expected.contains("/") else {
      return normalise([expected]).isExactly(normalise([actual]))
    }
    let (wanted, came) = (MediaType(expected), MediaType(actual))
    guard wanted.essence == came.essence else { return false }
    return wanted.parameters.allSatisfy { parameter in
      came.parameters.contains {
        $0.name == parameter.name && $0.value.lowercased() == parameter.value.lowercased()
      }
    }
  }

  private static func split(_ values: [String]) -> [String] {
    values.flatMap { value in
      value.split(separator: ",").map(\.trimmed)
    }
  }

  /// The values as one text, without white space around commas.
  private static func normalise(_ values: [String]) -> String {
    values.joined(separator: ",").split(separator: ",", omittingEmptySubsequences: false)
      .map(\.trimmed).joined(separator: ",")
  }
}
