/// The exchanges with real services, the newest within a limit of bytes.
package struct ExchangeLog: Sendable {
  /// The limit of bytes.
  package let limit: Int
  /// The number of the newest request whose exchange was forgotten for the limit's sake.
  package private(set) var forgottenThrough = 0
  /// How many exchanges were forgotten.
  package private(set) var forgottenCount = 0
  private var exchanges: [ProxiedExchange] = []
  private var first = 0
  private var size = 0

  /// Creates an empty log.
  package init(limit: Int) { self.limit = limit }

  /// Adds an exchange; the oldest are forgotten when there are more bytes than the limit.
  package mutating func add(_ exchange: ProxiedExchange) {
    exchanges.append(exchange)
    size += exchange.size
    while size > limit, first < exchanges.count {
      size -= exchanges[first].size
      forgottenThrough = max(forgottenThrough, exchanges[first].number)
      forgottenCount += 1
      first += 1
    }
    if first > 64, first > exchanges.count / 2 {
      exchanges.removeFirst(first)
      first = 0
    }
  }

  /// The exchanges behind a request, in the order in which they were answered.
  package func exchanges(after number: Int = 0) -> [ProxiedExchange] {
    exchanges[first...].filter { $0.number > number }
  }

  /// Forgets everything.
  package mutating func clear() {
    self = ExchangeLog(limit: limit)
  }
}
