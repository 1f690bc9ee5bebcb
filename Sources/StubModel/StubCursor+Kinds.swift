import JSONText

extension StubCursor {
  /// The last token of the pointer, for messages.
  private var name: String {
    pointer.split(separator: "/").last.map(String.init) ?? "the stub mapping"
  }

  private var found: String {
    switch value.kind {
    case .null: "null"
    case .boolean, .number: value.text
    case .string: "a string"
    case .array: "an array"
    case .object: "an object"
    }
  }

  private func expected(_ what: String) -> StubProblem {
    problem("expected \(what) for '\(name)', found \(found)")
  }

  /// The string that the value must be.
  package func string() throws(StubProblem) -> String {
    guard let string = value.string else { throw expected("a string") }
    return string
  }

  /// The boolean that the value must be.
  package func boolean() throws(StubProblem) -> Bool {
    guard let boolean = value.boolean else { throw expected("true or false") }
    return boolean
  }

  /// The whole number of a range that the value must be.
  package func integer(in range: ClosedRange<Int>) throws(StubProblem) -> Int {
    guard let integer = value.integer, range.contains(integer) else {
      throw expected("a whole number from \(range.lowerBound) to \(range.upperBound)")
    }
    return integer
  }

  /// The number that the value must be, of at least 0.
  package func amount() throws(StubProblem) -> Double {
    guard let number = value.double, number >= 0, number.isFinite else {
      throw expected("a number of at least 0")
    }
    return number
  }

  /// Makes sure that the value is an object.
  package func object() throws(StubProblem) {
    guard value.kind == .object else { throw expected("an object") }
  }

  /// The elements of the array that the value must be.
  package func array() throws(StubProblem) -> [StubCursor] {
    guard value.kind == .array else { throw expected("an array") }
    return elements
  }

  /// The strings of the array that the value must be.
  package func strings() throws(StubProblem) -> [String] {
    var strings: [String] = []
    for element in try array() { strings.append(try element.string()) }
    return strings
  }

  /// Refuses members that mean nothing here: a misspelt one must not be ignored.
  package func known(_ names: Set<String>) throws(StubProblem) {
    try object()
    for member in value.members where !names.contains(member.name) {
      throw problem("'\(member.name)' is not known here", key: member.name)
    }
  }
}
