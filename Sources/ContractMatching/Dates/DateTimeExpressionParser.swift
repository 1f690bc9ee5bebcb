/// Reads date expressions.
struct DateTimeExpressionParser {
  private var tokens: ExpressionTokens
  private var steps: [DateTimeStep] = []

  /// Takes the expression.
  init(_ text: String) {
    tokens = ExpressionTokens(text)
  }

  /// Reads the whole expression.
  ///
  /// - Throws: ``RuleError`` with the expression, the place and what is expected there.
  mutating func run(_ kind: DateTimeExpression.Kind) throws(RuleError) -> [DateTimeStep] {
    switch kind {
    case .date: try date()
    case .time: try time()
    case .dateTime:
      try date(orAt: true)
      if tokens.take("@") { try time() }
    }
    guard tokens.peek == nil else {
      throw tokens.failure(kind == .dateTime ? "'+', '-', '@' or the end" : "'+', '-' or the end")
    }
    return steps
  }

  private mutating func date(orAt isAtAllowed: Bool = false) throws(RuleError) {
    guard let first = tokens.peek, !(isAtAllowed && first.text == "@") else { return }
    switch first.text {
    case "now", "today": _ = tokens.next()
    case "tomorrow", "yesterday":
      _ = tokens.next()
      steps.append(.days(first.text == "tomorrow" ? 1 : -1))
    case "next", "last":
      _ = tokens.next()
      steps.append(try dateOffset(isNext: first.text == "next"))
    case "+", "-": break
    default:
      let words = "'now', 'today', 'yesterday', 'tomorrow', 'next', 'last', '+'"
      throw tokens.failure(isAtAllowed ? "\(words), '-', or '@' before a time" : "\(words) or '-'")
    }
    while let sign = sign() {
      let amount = try amount(sign)
      guard let step = ExpressionWords.dateStep(tokens.peek?.text ?? "", amount) else {
        throw tokens.failure("'days', 'weeks', 'months' or 'years'")
      }
      _ = tokens.next()
      steps.append(step)
    }
  }

  private mutating func dateOffset(isNext: Bool) throws(RuleError) -> DateTimeStep {
    let word = tokens.peek?.text ?? ""
    let step: DateTimeStep? =
      switch word {
      case "fortnight", "fortnights": .days(isNext ? 14 : -14)
      default:
        ExpressionWords.dateStep(word, isNext ? 1 : -1)
          ?? ExpressionWords.weekday(word).map { .weekday($0, isNext: isNext) }
          ?? ExpressionWords.month(word).map { .month($0, isNext: isNext) }
      }
    guard let step else {
      throw tokens.failure(
        "'day', 'week', 'fortnight', 'month', 'year', or the name of a weekday or month")
    }
    _ = tokens.next()
    return step
  }

  private mutating func time() throws(RuleError) {
    guard let first = tokens.peek else { return }
    switch first.text {
    case "now": _ = tokens.next()
    case "noon", "midnight":
      _ = tokens.next()
      steps.append(.hour(first.text == "noon" ? 12 : 0))
    case "next", "last":
      _ = tokens.next()
      steps.append(try timeUnit(first.text == "next" ? 1 : -1))
    case "+", "-": break
    default: steps.append(try clock())
    }
    while let sign = sign() { steps.append(try timeUnit(try amount(sign))) }
  }

  private mutating func timeUnit(_ amount: Int) throws(RuleError) -> DateTimeStep {
    guard let step = ExpressionWords.timeStep(tokens.peek?.text ?? "", amount) else {
      throw tokens.failure("'hours', 'minutes', 'seconds' or 'milliseconds'")
    }
    _ = tokens.next()
    return step
  }

  /// Reads `1 o'clock pm`.
  private mutating func clock() throws(RuleError) -> DateTimeStep {
    guard let token = tokens.peek, ExpressionWords.isNumber(token.text) else {
      throw tokens.failure(
        "'now', 'noon', 'midnight', 'next', 'last', '+', '-' or an hour such as 1 o'clock")
    }
    guard let hour = Int(token.text), (1...12).contains(hour) else {
      throw tokens.failure("an hour of 1 to 12")
    }
    _ = tokens.next()
    guard tokens.take("o'clock") else { throw tokens.failure("\"o'clock\"") }
    if tokens.take("am") { return .hour(hour) }
    return tokens.take("pm") ? .hour(hour + 12) : .otherHalf(hour: hour)
  }

  private mutating func sign() -> Int? {
    tokens.take("+") ? 1 : tokens.take("-") ? -1 : nil
  }

  private mutating func amount(_ sign: Int) throws(RuleError) -> Int {
    guard let token = tokens.peek, ExpressionWords.isNumber(token.text) else {
      throw tokens.failure("a number")
    }
    guard let amount = Int(token.text) else { throw tokens.failure("a smaller number") }
    _ = tokens.next()
    return sign * amount
  }
}
