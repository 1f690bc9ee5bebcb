package import JSONText

/// What generated values depend on: the time, the random numbers and what the surroundings gave.
package struct GenerationContext: Sendable {
  /// The side for which values are generated.
  package enum Mode: String, Sendable, Hashable {
    /// A mock answers a consumer.
    case consumer
    /// A provider is asked.
    case provider
  }

  /// The side for which values are generated.
  package var mode: Mode
  /// The time.
  package var now: Moment
  /// The values that the provider's states gave, a JSON object.
  package var providerState: JSONValue?
  /// The base URL of the mock.
  package var mockServerURL: String?
  /// What dates start from instead of the time.
  package var baseDate: Moment?
  /// What times start from instead of the time.
  package var baseTime: Moment?
  /// What dates with a time start from instead of the time.
  package var baseDateTime: Moment?
  private var random: any RandomNumberGenerator & Sendable

  /// Creates a context.
  package init(
    mode: Mode, now: Moment, providerState: JSONValue? = nil, mockServerURL: String? = nil,
    baseDate: Moment? = nil, baseTime: Moment? = nil, baseDateTime: Moment? = nil,
    random: any RandomNumberGenerator & Sendable
  ) {
    self.mode = mode
    self.now = now
    self.providerState = providerState
    self.mockServerURL = mockServerURL
    self.baseDate = baseDate
    self.baseTime = baseTime
    self.baseDateTime = baseDateTime
    self.random = random
  }

  /// A random number of a range.
  mutating func number(in range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

  /// The next 64 random bits.
  mutating func bits() -> UInt64 { random.next() }

  /// A random element, or `nil` when there is none.
  mutating func element<Element>(of elements: [Element]) -> Element? {
    elements.isEmpty ? nil : elements[number(in: 0...elements.count - 1)]
  }

  /// Random characters of an alphabet, each drawn anew.
  mutating func text(_ count: Int, of alphabet: [UInt8]) -> String {
    guard !alphabet.isEmpty else { return "" }
    var text: [UInt8] = []
    text.reserveCapacity(count)
    for _ in 0..<count { text.append(alphabet[number(in: 0...alphabet.count - 1)]) }
    return String(decoding: text, as: UTF8.self)
  }
}
