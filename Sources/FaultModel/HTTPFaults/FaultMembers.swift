/// What a fault was told, by the names of its kind's members.
package struct FaultMembers: Sendable, Hashable, ExpressibleByDictionaryLiteral {
  package private(set) var values: [String: FaultValue]

  /// Creates members.
  package init(_ values: [String: FaultValue] = [:]) { self.values = values }

  /// Creates members.
  package init(dictionaryLiteral elements: (String, FaultValue)...) {
    values = Dictionary(elements) { _, last in last }
  }

  /// Whether a member was given.
  package func has(_ name: String) -> Bool { values[name] != nil }

  /// A number.
  package subscript(number name: String) -> Double? {
    if case .number(let ramp)? = values[name] { ramp.from } else { nil }
  }

  /// A whole number.
  package subscript(whole name: String) -> Int? {
    self[number: name].map { Int(exactly: $0.rounded()) ?? ($0 < 0 ? .min : .max) }
  }

  /// A time in milliseconds.
  package subscript(time name: String) -> Duration? {
    self[number: name].map { .microseconds($0 * 1_000) }
  }

  /// A word or a line.
  package subscript(text name: String) -> String? {
    if case .text(let text)? = values[name] { text } else { nil }
  }

  /// Header fields.
  package subscript(fields name: String) -> [FaultResponse.Header] {
    if case .fields(let fields)? = values[name] { fields } else { [] }
  }

  /// What the members are after a part of the way, from 0 to 1.
  func at(_ progress: Double) -> FaultMembers {
    FaultMembers(
      values.mapValues { value in
        guard case .number(let ramp) = value, ramp.from != ramp.to else { return value }
        return .number(FaultRamp(ramp.at(progress)))
      })
  }

  /// The members, with the last numbers of ramps instead of the first.
  var last: FaultMembers { at(1) }
}
