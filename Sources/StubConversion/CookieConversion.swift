import ContractModel
import JSONText
import StubModel

/// Converts conditions on cookies to rules for the header field `Cookie`.
struct CookieConversion {
  private var pairs: [String] = []
  private var rules: [JSONValue] = []

  /// Converts the conditions.
  ///
  /// - Throws: ``StubProblem`` when no example can be made.
  init(
    _ cookies: StubCursor, _ reader: TextConditionReader, _ notes: inout ConversionNotes
  ) throws(StubProblem) {
    for (name, pattern) in cookies.members {
      let condition = try reader.read(pattern, &notes)
      switch condition.presence {
      case .optional: break
      case .absent: notes.lose("that '\(name)' is not there cannot be said", at: pattern)
      case .required:
        pairs.append("\(name)=\(condition.example)")
        let value = condition.expression ?? "[^;]*"
        if condition.expression == nil {
          notes.lose(
            "what '\(name)' has to be like cannot be said; any text is accepted", at: pattern)
        }
        rules.append(
          Rule.regex("^(?:.*; *)?\(Expression.escaped(name))=\"?(?:\(value))\"?(?: *;.*)?$"))
      }
    }
  }

  /// Adds the header field.
  func add(
    to headers: inout FieldConversion, _ cookies: StubCursor, _ notes: inout ConversionNotes
  ) {
    guard !pairs.isEmpty else { return }
    if headers.fields.header("cookie") != nil {
      notes.lose("cookies beside a condition on the header Cookie cannot be said", at: cookies)
      return
    }
    headers.add("Cookie", [pairs.joined(separator: "; ")], rules)
  }
}
