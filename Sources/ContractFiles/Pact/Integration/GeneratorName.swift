/// The generators that integration JSON can name.
enum GeneratorName: String, CaseIterable, Sendable {
  case randomInt = "RandomInt"
  case randomDecimal = "RandomDecimal"
  case randomHexadecimal = "RandomHexadecimal"
  case randomString = "RandomString"
  case randomBoolean = "RandomBoolean"
  case regex = "Regex"
  case uuid = "Uuid"
  case date = "Date"
  case time = "Time"
  case dateTime = "DateTime"
  case providerState = "ProviderState"
  case mockServerURL = "MockServerURL"

  /// The members that the generator takes, in the order in which they are written.
  var parameters: [String] {
    switch self {
    case .randomInt: ["min", "max"]
    case .randomDecimal, .randomHexadecimal: ["digits"]
    case .randomString: ["size"]
    case .randomBoolean: []
    case .regex: ["regex"]
    case .uuid: ["format"]
    case .date, .time, .dateTime: ["format", "expression"]
    case .providerState: ["expression", "dataType"]
    case .mockServerURL: ["example", "regex"]
    }
  }

  /// The member without which the generator has nothing to go by.
  var required: String? {
    switch self {
    case .regex, .mockServerURL: "regex"
    case .providerState: "expression"
    default: nil
    }
  }

  /// All names, for messages.
  static let list = allCases.map(\.rawValue).joined(separator: ", ")
}
