import ContractDSL
import ContractMatching
import MockEngine

/// Tells which requests of a journal a pattern means.
struct RequestFilter: Sendable {
  private let matcher: RequestMatcher
  /// The pattern for messages, e.g. `GET /orders/42`.
  let text: String

  /// Compiles a pattern.
  ///
  /// - Throws: ``ContractTestingError`` when the pattern cannot be used.
  init(_ pattern: RequestPattern) throws(ContractTestingError) {
    let interaction = Interaction("the request", request: pattern, response: .status(200))
    guard case .http(let request, _) = interaction.content else {
      throw Self.error(interaction)
    }
    do {
      matcher = try RequestMatcher(request, specification: .v4)
    } catch {
      throw Self.error(interaction)
    }
    text = "\(request.method) \(request.path)"
  }

  private static func error(_ interaction: Interaction) -> ContractTestingError {
    ContractTestingError(interaction.problems.map(\.message).joined(separator: "\n"))
  }

  /// Whether a request is one of those.
  func fits(_ entry: JournalEntry) -> Bool { matcher.accepts(ActualRequest(entry)) }
}

extension ActualRequest {
  /// A request of the journal, as contracts look at it.
  init(_ entry: JournalEntry) {
    var fields: [Field] = []
    for field in entry.fields {
      let name = field.name.lowercased()
      if let place = fields.firstIndex(where: { $0.name.lowercased() == name }) {
        fields[place].values.append(field.value)
      } else {
        fields.append(Field(field.name, [field.value]))
      }
    }
    self.init(
      method: entry.method, path: entry.path,
      query: PercentCoding.pairs(entry.query ?? "").map { Field($0.name, [$0.value]) },
      headers: fields, body: entry.bodyLength == 0 ? nil : entry.body)
  }
}
