import JSONText

extension PathEvaluation {
  /// What a function makes of a value; `nil` when it cannot be asked of it.
  ///
  /// - Parameter current: what `@` stands for in the arguments.
  mutating func apply(
    _ function: PathFunction, _ arguments: [PathArgument], to value: JSONValue,
    in current: JSONValue
  ) throws(JSONPathFailure) -> JSONValue? {
    var given: [JSONValue] = []
    for argument in arguments { given.append(try json(argument, current) ?? .null) }
    try spend(value.size(upTo: 4))
    switch function {
    case .length, .size:
      let measured = given.first ?? value
      guard measured.kind == .array || measured.kind == .object else { return .null }
      return .number(measured.count)
    case .min, .max, .avg, .sum, .stddev:
      return aggregate(function, numbers(in: value, given))
    case .keys:
      guard value.kind == .object else { return .null }
      return .array(value.members.map(\.key))
    case .concat:
      let texts = (value.kind == .array ? Array(value.elements) : []) + given.flatMap(\.flattened)
      for text in texts { try spend(text.size()) }
      return .string(texts.map { $0.string ?? $0.text }.joined())
    case .append:
      guard value.kind == .array else { return nil }
      for extra in given { try spend(extra.size()) }
      try spend(value.size())
      return .array(Array(value.elements) + given)
    case .first: return element(0, of: value)
    case .last: return element(-1, of: value)
    case .index: return given.first?.integer.flatMap { element($0, of: value) }
    }
  }

  private mutating func json(
    _ argument: PathArgument, _ current: JSONValue
  ) throws(JSONPathFailure) -> JSONValue? {
    switch argument {
    case .literal(let literal): literal.value
    case .path(let path): try result(of: path, for: current).json
    }
  }

  private func element(_ index: Int, of value: JSONValue) -> JSONValue? {
    guard value.kind == .array else { return nil }
    let elements = Array(value.elements)
    let place = index < 0 ? elements.count + index : index
    return elements.indices.contains(place) ? elements[place] : nil
  }

  private func numbers(in value: JSONValue, _ given: [JSONValue]) -> [Double] {
    let own = value.kind == .array ? Array(value.elements) : []
    return (own + given.flatMap(\.flattened)).compactMap(\.double)
  }

  private func aggregate(_ function: PathFunction, _ numbers: [Double]) -> JSONValue? {
    guard let least = numbers.min(), let greatest = numbers.max() else { return nil }
    let count = Double(numbers.count)
    let sum = numbers.reduce(0, +)
    switch function {
    case .min: return .number(least)
    case .max: return .number(greatest)
    case .sum: return .number(sum)
    case .avg: return .number(sum / count)
    default:
      let mean = sum / count
      let squares = numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      return .number((squares / count).squareRoot())
    }
  }
}

extension JSONValue {
  /// The elements of an array, or the value alone.
  fileprivate var flattened: [JSONValue] { kind == .array ? Array(elements) : [self] }

  fileprivate static func number(_ value: Int) -> JSONValue { make { $0.number("\(value)") } }

  /// JSON has no number for infinity, which is `null` then.
  fileprivate static func number(_ value: Double) -> JSONValue { make { $0.number("\(value)") } }

  fileprivate static func array(_ values: [JSONValue]) -> JSONValue {
    make { writer in
      writer.array { writer in
        for value in values { writer.value(value) }
      }
    }
  }
}
