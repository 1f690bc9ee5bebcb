import ContractMatching
package import ContractModel

/// An interaction that did not accept a request, and why.
package struct NearMiss: Sendable {
  /// The place of the interaction in the mock.
  package var interaction: Int
  /// What differs.
  package var mismatches: [Mismatch]

  /// Whether the request was meant for the interaction: neither method nor path differs.
  package var fitsMethodAndPath: Bool {
    !mismatches.contains { $0.kind == .method || $0.kind == .path }
  }
}

/// Finds the interactions that a request was probably meant for.
package enum NearMisses {
  /// How many are compared in full.
  private static let comparedLimit = 10
  /// How many are told.
  private static let toldLimit = 3

  static func find(_ request: ActualRequest, _ interactions: [MockInteraction]) -> [NearMiss] {
    let segments = request.path.split(separator: "/", omittingEmptySubsequences: false)
    let method = request.method.uppercased()
    var nearest: [(distance: Int, interaction: Int)] = []
    for (place, interaction) in interactions.enumerated() {
      let distance = distance(segments, method, interaction.matcher)
      if nearest.count == comparedLimit, let last = nearest.last, last.distance <= distance {
        continue
      }
      let position = nearest.firstIndex { $0.distance > distance } ?? nearest.count
      nearest.insert((distance, place), at: position)
      if nearest.count > comparedLimit { nearest.removeLast() }
    }
    let misses = nearest.map { near in
      let mismatches = interactions[near.interaction].matcher.mismatches(request)
      let miss = NearMiss(interaction: near.interaction, mismatches: mismatches)
      return (near.distance + mismatches.count, miss)
    }
    let order = misses.indices.sorted { (misses[$0].0, $0) < (misses[$1].0, $1) }
    let told = order.prefix(toldLimit).map { misses[$0].1 }
    // Beside one that method and path fit, others only distract.
    let fitting = told.filter(\.fitsMethodAndPath)
    return fitting.isEmpty ? told : fitting
  }

  /// How far method and path are apart: cheap, since every interaction is asked.
  private static func distance(
    _ segments: [Substring], _ method: String, _ matcher: RequestMatcher
  ) -> Int {
    let methodDistance = matcher.expected.method.uppercased() == method ? 0 : 2
    let wanted = matcher.expected.path
    var distance = 0
    var count = 0
    var rest = segments[...]
    for segment in wanted.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    {
      count += 1
      guard let came = rest.popFirst() else {
        distance += 3
        continue
      }
      if !came.utf8.elementsEqual(segment) { distance += 3 }
    }
    distance += 3 * rest.count
    return distance + methodDistance
  }
}
