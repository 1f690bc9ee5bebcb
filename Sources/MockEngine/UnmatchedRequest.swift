import ContractMatching
package import ContractModel

/// A request that no interaction accepted.
package struct UnmatchedRequest: Sendable {
  package var method: String
  package var path: String
  package var query: [Field]
  /// The interactions it was probably meant for, nearest first.
  package var nearest: [NearMiss]

  /// The stubs it was probably meant for, nearest first.
  package var nearestStubs: [StubNearMiss]

  init(_ request: ActualRequest, nearest: [NearMiss], stubs: [StubNearMiss] = []) {
    method = request.method
    path = request.path
    query = request.query
    self.nearest = nearest
    nearestStubs = stubs
  }

  /// The interaction that the request was meant for, when method and path fit one.
  package var meant: NearMiss? { nearest.first { $0.fitsMethodAndPath } }

  /// The same request when the interactions lie elsewhere.
  ///
  /// - Parameter place: where the interaction of a place is now, `nil` when it is gone.
  func moving(_ place: (Int) -> Int?) -> UnmatchedRequest {
    var request = self
    request.nearest = nearest.compactMap { miss in
      place(miss.interaction).map { NearMiss(interaction: $0, mismatches: miss.mismatches) }
    }
    return request
  }

  /// Method, path and query on one line.
  package var summary: String {
    let query = query.isEmpty ? "" : "?" + PercentCoding.query(query)
    return "\(method) \(path)\(query)"
  }
}
