import ContractMatching
package import ContractModel
import StubMatching
import StubModel

/// A stub that did not accept a request, and why.
package struct StubNearMiss: Sendable {
  /// The stub.
  package var stub: CompiledStub
  /// What differs; a state that its scenario is not in is not among it.
  package var mismatches: [Mismatch]

  /// How far request and stub are apart, from 0 to 1.
  package var distance: Double {
    Double(mismatches.count) / Double(stub.matcher.conditionCount)
  }

  /// How many are compared in full, and how many are told.
  private static let limits = (compared: 10, told: 3)

  static func find(
    _ request: StubRequest, _ stubs: [CompiledStub], at now: Moment
  ) -> [StubNearMiss] {
    let segments = request.path.split(separator: "/", omittingEmptySubsequences: false)
    var nearest: [(distance: Int, stub: CompiledStub)] = []
    for stub in stubs {
      let distance = distance(request, segments, stub)
      if nearest.count == limits.compared, let last = nearest.last, last.distance <= distance {
        continue
      }
      let place = nearest.firstIndex { $0.distance > distance } ?? nearest.count
      nearest.insert((distance, stub), at: place)
      if nearest.count > limits.compared { nearest.removeLast() }
    }
    var misses = nearest.map { near in
      (
        near.distance,
        StubNearMiss(stub: near.stub, mismatches: near.stub.matcher.mismatches(request, at: now))
      )
    }
    misses.sort { left, right in
      let (mine, theirs) = (left.0 + left.1.mismatches.count, right.0 + right.1.mismatches.count)
      return mine == theirs ? left.1.stub.rank < right.1.stub.rank : mine < theirs
    }
    return misses.prefix(limits.told).map(\.1)
  }

  /// How far method and URL are apart: cheap, since every stub is asked.
  private static func distance(
    _ request: StubRequest, _ segments: [Substring], _ stub: CompiledStub
  ) -> Int {
    var distance = stub.matcher.method.accepts(request.method) ? 0 : 2
    let wanted = stub.prefix
    var came = request.path.utf8[...]
    var isLiteral = true
    switch stub.matcher.url {
    case .exact: came = request.target.utf8[...]
    case .path: break
    default: isLiteral = false
    }
    var rest = wanted[...]
    while let left = rest.first, let right = came.first, left == right {
      rest.removeFirst()
      came.removeFirst()
    }
    if isLiteral {
      if !rest.isEmpty || !came.isEmpty {
        let slash = UInt8(ascii: "/")
        distance += 3 * (1 + max(rest.count { $0 == slash }, came.count { $0 == slash }))
      }
    } else if !rest.isEmpty {
      distance += 3 * (1 + rest.count { $0 == UInt8(ascii: "/") })
    }
    return distance
  }
}
