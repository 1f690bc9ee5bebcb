import ContractMatching
import Testing

@Suite struct DateTimeExpressionErrorTests {
  @Test(arguments: [
    (
      "not valid", DateTimeExpression.Kind.date,
      "'not valid' is no date expression: expected 'now', 'today', 'yesterday', 'tomorrow', 'next',"
        + " 'last', '+' or '-' at character 1, but found 'not'"
    ),
    (
      "now today", .date,
      "'now today' is no date expression: expected '+', '-' or the end at character 5, but found"
        + " 'today'"
    ),
    (
      "+", .date,
      "'+' is no date expression: expected a number at character 2, but the expression ends"
    ),
    (
      "+ 1", .date,
      "'+ 1' is no date expression: expected 'days', 'weeks', 'months' or 'years' at character 4,"
        + " but the expression ends"
    ),
    (
      "44 o'clock", .time,
      "'44 o'clock' is no date expression: expected an hour of 1 to 12 at character 1, but found"
        + " '44'"
    ),
    (
      "@ + 1 day", .dateTime,
      "'@ + 1 day' is no date expression: expected 'hours', 'minutes', 'seconds' or 'milliseconds'"
        + " at character 7, but found 'day'"
    ),
  ])
  func `an error says what is expected and where`(
    text: String, kind: DateTimeExpression.Kind, expected: String
  ) {
    let error = #expect(throws: RuleError.self) { try DateTimeExpression(text, kind) }
    #expect(error?.message == expected)
  }

  @Test(arguments: [
    "now +", "tomorr", "next", "last x", "next 1", "1 day", "+ x days", "- 1 hour", "+ 1 monday",
    "noon", "today @ noon", "now now", "+ 1 day 2", "+ 99999999999999999999 days", "next + 1 day",
    "+ 1 fortnight", "è", "today;", "nextweek",
  ])
  func `what is no date is refused`(text: String) {
    #expect(throws: RuleError.self) { try DateTimeExpression(text, .date) }
  }

  @Test(arguments: [
    "today", "0 o'clock", "13 o'clock", "1", "1 oclock", "1 o'clock noon", "next day", "+ 1 week",
    "noon noon", "@ noon", "midnight 2 week", "am", "99999999999999999999 o'clock",
  ])
  func `what is no time is refused`(text: String) {
    #expect(throws: RuleError.self) { try DateTimeExpression(text, .time) }
  }

  @Test(arguments: ["noon", "@@", "@ noon @", "today noon", "@ today", "1 o'clock @ today"])
  func `what is no date with a time is refused`(text: String) {
    #expect(throws: RuleError.self) { try DateTimeExpression(text, .dateTime) }
  }
}
