import JSONText

/// A generator as files write it, e.g. `{"type": "RandomInt", "min": 0}`, and what can be read from it.
struct GeneratorDefinition {
  let json: JSONValue

  /// The longest text that a generator may be asked for.
  static let longestText = 1_000_000

  /// The name of the generator.
  ///
  /// - Throws: ``RuleError`` when there is none.
  func type() throws(RuleError) -> String {
    guard let type = json["type"] else { throw RuleError("the generator has no 'type'") }
    guard let name = type.string else {
      throw RuleError("expected a string for 'type'", rule: type)
    }
    return name
  }

  /// A member that must be a string.
  ///
  /// - Throws: ``RuleError`` when it is missing or is none.
  func text(_ member: String) throws(RuleError) -> String {
    guard let text = try optionalText(member) else {
      throw RuleError("the generator '\(try type())' needs a string '\(member)'")
    }
    return text
  }

  /// A member that must be a string if it is there.
  ///
  /// - Throws: ``RuleError`` when it is none.
  func optionalText(_ member: String) throws(RuleError) -> String? {
    guard let value = json[member], !value.isNull else { return nil }
    guard let text = value.string else {
      throw RuleError("expected a string for '\(member)'", rule: value)
    }
    return text
  }

  /// A whole number, which some writers give as a string.
  ///
  /// - Throws: ``RuleError`` when it is none.
  func number(_ member: String, default standard: Int) throws(RuleError) -> Int {
    guard let value = json[member], !value.isNull else { return standard }
    guard let number = value.integer ?? value.string.flatMap({ Int($0) }) else {
      throw RuleError("expected a whole number for '\(member)'", rule: value)
    }
    return number
  }

  /// The length of a text.
  ///
  /// - Throws: ``RuleError`` when it is less than `least`, or too much.
  func length(_ member: String, atLeast least: Int) throws(RuleError) -> Int {
    let length = try number(member, default: 10)
    guard (least...Self.longestText).contains(length) else {
      throw RuleError(
        "expected a whole number of \(least) to \(Self.longestText) for '\(member)'",
        rule: json[member])
    }
    return length
  }
}
