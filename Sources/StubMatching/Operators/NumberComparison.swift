import ContractMatching
import JSONText
import StubModel

/// `{"greaterThanNumber": 10}` and the other comparisons of numbers, by their exact decimal value.
struct NumberComparison: StubOperatorKind {
  static let names = [
    "equalToNumber", "greaterThanNumber", "greaterThanEqualNumber", "lessThanNumber",
    "lessThanEqualNumber",
  ]

  private let name: String
  private let wanted: JSONDecimal

  init(
    _ name: String, _ operand: StubCursor, in pattern: StubCursor, _ reader: StubOperatorReader
  ) throws(StubProblem) {
    let text = operand.value.kind == .number ? operand.value.text : operand.value.string
    guard let text, let number = Self.number(text) else {
      throw operand.problem("expected a number for '\(name)'")
    }
    wanted = number
    self.name = name
  }

  private static func number(_ text: String) -> JSONDecimal? {
    guard let value = try? JSONValue(parsing: text) else { return nil }
    return JSONDecimal(value)
  }

  func matches(_ value: StubValue?, at now: Moment) -> Bool {
    guard let value, let number = Self.number(value.text) else { return false }
    return switch name {
    case "equalToNumber": number == wanted
    case "greaterThanNumber": number > wanted
    case "greaterThanEqualNumber": number >= wanted
    case "lessThanNumber": number < wanted
    default: number <= wanted
    }
  }
}
