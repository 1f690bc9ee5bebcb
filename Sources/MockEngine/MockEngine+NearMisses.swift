import ContractMatching
import ContractModel
import StubMatching

extension MockEngine {
  /// A request of the journal, and what comes nearest to it by now.
  ///
  /// Stubs, states and the time may have changed since it came.
  package func nearMisses(of entry: JournalEntry) -> UnmatchedRequest {
    var fields: [Field] = []
    for field in entry.fields {
      let name = field.name.lowercased()
      if let place = fields.firstIndex(where: { $0.name.equalsIgnoringCase(name) }) {
        fields[place].values.append(field.value)
      } else {
        fields.append(Field(field.name, [field.value]))
      }
    }
    let query = PercentCoding.pairs(entry.query ?? "").map { Field($0.name, [$0.value]) }
    let hasBody = entry.bodyLength > 0
    let request = ActualRequest(
      method: entry.method, path: entry.path, query: query, headers: fields,
      body: hasBody ? entry.body : nil)
    let stubRequest = StubRequest(
      method: entry.method, target: entry.path + (entry.query.map { "?\($0)" } ?? ""),
      headers: entry.fields.map { ($0.name, $0.value) }, body: entry.body,
      scheme: options.scheme, clientAddress: entry.source.client.description)
    return UnmatchedRequest(
      request, nearest: NearMisses.find(request, interactions),
      stubs: stubs.isEmpty ? [] : stubs.nearMisses(stubRequest))
  }
}
