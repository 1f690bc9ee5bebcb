/// The matching rules that integration JSON can name, by their names in the specification.
enum MatcherName: String, CaseIterable, Sendable {
  case equality, regex, type, include, number, integer, decimal, boolean, null, date, time, datetime
  case contentType, values, arrayContains, statusCode, notEmpty, semver, eachKey, eachValue

  private static let spellings: [String: MatcherName] = [
    "real": .decimal, "timestamp": .datetime, "content-type": .contentType,
    "array-contains": .arrayContains, "status-code": .statusCode, "not-empty": .notEmpty,
    "each-key": .eachKey, "each-value": .eachValue, "min": .type, "min-type": .type, "max": .type,
    "max-type": .type, "min-max-type": .type,
  ]

  /// Reads a name, also in the other spellings that libraries use.
  init?(spelled text: String) {
    guard let name = Self(rawValue: text) ?? Self.spellings[text] else { return nil }
    self = name
  }

  /// The sizes that a spelling promises.
  static func sizes(promisedBy text: String) -> [String] {
    switch text {
    case "min", "min-type": ["min"]
    case "max", "max-type": ["max"]
    case "min-max-type": ["min", "max"]
    default: []
    }
  }

  /// Whether the rule is about every member of an object alike, whatever its key.
  var isForEveryMember: Bool { self == .values || self == .eachValue }

  /// All names, for messages.
  static let list = allCases.map(\.rawValue).joined(separator: ", ")
}
