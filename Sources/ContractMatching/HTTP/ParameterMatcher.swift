import ContractModel
import JSONText

/// Compares the parameters of a query, or the fields of a form: any order of names, the values of one
/// name in order, nothing missing and nothing else.
struct ParameterMatcher: Sendable {
  let expected: [Field]
  let rules: FieldRules
  let places: PlaceFinder
  /// Whether the order of different names counts, as in version 1.
  var isOrdered = false
  /// Whether these are the fields of a form in a body.
  var isForm = false

  func mismatches(_ actual: [Field]) -> [Mismatch] {
    isOrdered ? ordered(actual) : unordered(actual)
  }

  private func unordered(_ pairs: [Field]) -> [Mismatch] {
    let (actual, places) = grouped(pairs)
    let known = Set(expected.map { ExactText($0.name) })
    var mismatches: [Mismatch] = []
    for field in expected {
      guard let place = places[ExactText(field.name)] else {
        mismatches.append(
          mismatch(
            field.name, field, Field(field.name, []),
            "Expected \(noun) '\(field.name)' but was missing"))
        continue
      }
      mismatches += self.mismatches(field, actual[place])
    }
    for field in actual where !known.contains(ExactText(field.name)) {
      mismatches.append(
        mismatch(
          field.name, Field(field.name, []), field,
          "Unexpected \(noun) '\(field.name)' received"))
    }
    return mismatches
  }

  /// Each name once, with all of its values, and where it stands.
  private func grouped(_ pairs: [Field]) -> (fields: [Field], places: [ExactText: Int]) {
    var fields: [Field] = []
    var places: [ExactText: Int] = [:]
    for pair in pairs {
      if let place = places[ExactText(pair.name)] {
        fields[place].values += pair.values
      } else {
        places[ExactText(pair.name)] = fields.count
        fields.append(pair)
      }
    }
    return (fields, places)
  }

  private var noun: String { isForm ? "form post parameter" : "query parameter" }

  private func mismatches(_ field: Field, _ came: Field) -> [Mismatch] {
    if let list = rules.list(field.name) {
      return list.differences(came.values).map {
        mismatch(
          field.name, field, came, "Mismatch with \(noun) '\(field.name)': \($0.message)",
          $0.rule)
      }
    }
    if let rule = rules[field.name] { return byRule(rule, field, came) }
    guard field.values.count == came.values.count else {
      return [
        mismatch(
          field.name, field, came,
          "Expected \(noun) '\(field.name)' with \(field.values.count) value(s) but received"
            + " \(came.values.count) value(s)")
      ]
    }
    return zip(field.values, came.values).compactMap { wanted, value in
      guard !wanted.isExactly(value) else { return nil }
      return mismatch(
        field.name, Field(field.name, [wanted]), Field(field.name, [value]),
        "Expected \(noun) '\(field.name)' with value '\(wanted)' but was '\(value)'")
    }
  }

  private func byRule(_ rule: RuleSet, _ field: Field, _ came: Field) -> [Mismatch] {
    var mismatches: [Mismatch] = []
    for (index, value) in came.values.enumerated() {
      let example = field.values.indices.contains(index) ? field.values[index] : field.values.first
      for (name, message) in rule.differences(of: .text(value), from: .text(example ?? "")) {
        mismatches.append(
          mismatch(
            field.name, Field(field.name, [example ?? ""]), Field(field.name, [value]),
            "Expected \(noun) '\(field.name)' with value '\(example ?? "")' but was '\(value)':"
              + " \(message)", name))
      }
    }
    for count in rule.rules.compactMap(\.elementCount) {
      let size = came.values.count
      let subject = "Expected \(noun) '\(field.name)' (size \(size))"
      guard let message = count.difference(count: size, subject) else { continue }
      mismatches.append(mismatch(field.name, field, came, message, rule.name))
    }
    return mismatches
  }

  private func ordered(_ actual: [Field]) -> [Mismatch] {
    let (wanted, came) = (PercentCoding.query(expected), PercentCoding.query(actual))
    guard !wanted.isExactly(came) else { return [] }
    // Where more than the order differs, the parameters say it better.
    let grouped = ParameterMatcher(
      expected: PercentCoding.fields(wanted), rules: rules, places: places)
    let differences = grouped.unordered(PercentCoding.fields(came))
    if !differences.isEmpty { return differences }
    return [
      Mismatch(
        .query, expected: wanted, actual: came,
        message: "Expected query '\(wanted)' but was '\(came)'", location: places.location())
    ]
  }

  private func mismatch(
    _ name: String, _ expected: Field, _ actual: Field, _ message: String,
    _ ruleName: String? = nil
  ) -> Mismatch {
    Mismatch(
      isForm ? .body : .query, path: isForm ? "$" + PathExpression.step(name) : name,
      expected: expected.values.joined(separator: ", "),
      actual: actual.values.joined(separator: ", "), message: message, rule: ruleName,
      location: places.location(named: isForm ? nil : name))
  }
}
