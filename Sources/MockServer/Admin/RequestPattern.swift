import ContractFiles
import ContractMatching
import ContractModel
import ContractStore
import JSONText
import MockEngine
import StubMatching
import StubModel

/// Which requests a call of the admin API speaks of: WireMock's request pattern.
struct RequestPattern {
  private let matcher: StubMatcher
  /// The scheme of the mock.
  private let scheme: String

  /// Reads a pattern.
  ///
  /// - Parameters:
  ///   - dialect: how strictly.
  ///   - scheme: the scheme of the mock, which all requests of its journal had.
  /// - Throws: ``AdminRefusal`` with the place of what it does not know, which must not be ignored.
  init(
    json: JSONValue, _ dialect: StubDialect = .strict, scheme: String
  ) throws(AdminRefusal) {
    self.scheme = scheme
    guard json.kind == .object else { throw AdminRefusal(422, "expected a request pattern") }
    do throws(StubProblem) {
      matcher = try StubMatcher(StubCursor(json), dialect)
    } catch {
      throw AdminRefusal(error)
    }
  }

  /// Whether a request is one of those.
  func fits(_ entry: JournalEntry) -> Bool {
    matcher.accepts(StubRequest(entry, scheme: scheme), at: Moment(entry.date))
  }

  /// Whether a request that went to a service is one of those.
  func fits(_ exchange: ProxiedExchange) -> Bool {
    let request = StubRequest(
      method: exchange.method, target: exchange.target,
      headers: exchange.requestHeaders.map { ($0.name, $0.values.first ?? "") },
      body: exchange.requestBody, scheme: scheme)
    return matcher.accepts(request, at: Moment(WallClock.now()))
  }

  /// How far a request is from being one of those, from 0 to 1.
  func distance(_ entry: JournalEntry) -> Double {
    let differences = matcher.mismatches(StubRequest(entry, scheme: scheme), at: Moment(entry.date))
    return Double(differences.count) / Double(matcher.conditionCount)
  }
}

extension StubRequest {
  /// A request of the journal, as stubs look at it.
  convenience init(_ entry: JournalEntry, scheme: String) {
    self.init(
      method: entry.method, target: entry.path + (entry.query.map { "?\($0)" } ?? ""),
      headers: entry.fields.map { ($0.name, $0.value) }, body: entry.body,
      scheme: scheme, clientAddress: entry.source.client.description)
  }
}
