import ContractMatching
import StubModel

/// An interaction counts as a stub of the default priority that is older than all stubs.
extension MockEngine {
  /// The slot of the stub that answers a request, which counts from then on.
  ///
  /// - Parameter beforeInteractions: whether it is asked before the interactions are, or after them.
  mutating func stub(
    beforeInteractions: Bool, _ head: RequestHead, _ bytes: Span<UInt8>, body: [UInt8]?,
    from client: ClientAddress
  ) -> Int? {
    let border = interactions.isEmpty ? Int.max : StubMapping.defaultPriority
    guard beforeInteractions || border < Int.max else { return nil }
    var arrival = StubArrival(head, body: body, scheme: options.scheme, from: client)
    let priorities = beforeInteractions ? Int.min...border : border + 1...Int.max
    let slot = stubs.play(&arrival, bytes, priorities)
    stubRequest = arrival.known
    return slot
  }

  /// The status of the answer to a request that nothing accepts.
  package var unmatchedStatus: Int {
    if let status = options.unmatchedStatus { return status }
    let isWireMock = options.isWireMockCompatible || !stubs.isEmpty
    return interactions.isEmpty && isWireMock ? 404 : 500
  }

  /// The stubs that a request was probably meant for.
  func nearestStubs(
    _ request: ActualRequest, _ head: RequestHead, _ bytes: Span<UInt8>
  ) -> [StubNearMiss] {
    guard !stubs.isEmpty else { return [] }
    var arrival = StubArrival(
      head, body: request.body, scheme: options.scheme, from: ClientAddress())
    return stubs.nearMisses(arrival.request(bytes))
  }
}
