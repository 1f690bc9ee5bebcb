import JSONText

/// `statusCode`: a status of a class, or one of a list.
struct StatusCodeRule: MatchingRule {
  /// A class of status codes.
  enum Class: String, Sendable, CaseIterable {
    case info, success, redirect, clientError, serverError, nonError, error

    var range: ClosedRange<Int> {
      switch self {
      case .info: 100...199
      case .success: 200...299
      case .redirect: 300...399
      case .clientError: 400...499
      case .serverError: 500...599
      case .nonError: 100...399
      case .error: 400...599
      }
    }

    var title: String {
      switch self {
      case .info: "an Informational response (100–199)"
      case .success: "a Successful response (200–299)"
      case .redirect: "a Redirect (300–399)"
      case .clientError: "a Client error (400–499)"
      case .serverError: "a Server error (500–599)"
      case .nonError: "a Non-error response (< 400)"
      case .error: "an Error response (>= 400)"
      }
    }
  }

  /// The statuses that are accepted.
  enum Accepted: Sendable {
    case ofClass(Class)
    case anyOf([Int])
  }

  let name = "statusCode"
  let accepted: Accepted

  /// - Parameter status: a class by name, a list of codes, or nothing for success.
  /// - Throws: ``RuleError`` for anything else.
  init(_ status: JSONValue?) throws(RuleError) {
    guard let status, !status.isNull else {
      accepted = .ofClass(.success)
      return
    }
    if let name = status.string, let known = Class(rawValue: name) {
      accepted = .ofClass(known)
      return
    }
    var codes: [Int] = []
    for element in status.elements {
      guard let code = element.integer else { break }
      codes.append(code)
    }
    guard status.kind == .array, !codes.isEmpty, codes.count == status.count else {
      let names = Class.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
      throw RuleError(
        "expected \(names) or a list of codes for 'status', found \(status.description)")
    }
    accepted = .anyOf(codes)
  }

  func difference(of actual: Operand, from expected: Operand) -> String? {
    let code = Int(actual.string)
    let shown = actual.string
    switch accepted {
    case .ofClass(let known):
      if let code, known.range.contains(code) { return nil }
      return "Expected status code \(shown) to be \(known.title)"
    case .anyOf(let codes):
      if let code, codes.contains(code) { return nil }
      let list = codes.map(String.init).joined(separator: ", ")
      return "Expected status code \(shown) to be one of [\(list)]"
    }
  }
}
