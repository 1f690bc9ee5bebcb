import MockEngine
import StubMatching

/// Stubs in the order in which a mock asks them, found by the path of a request.
struct StubRanking {
  private let ranked: [CompiledStub]
  /// The places of stubs for one path each.
  private var literals: [String: [Int]] = [:]
  /// The places of all others.
  private var others: [Int] = []

  /// - Parameter ranked: all stubs, the one that is asked first in front.
  init(_ ranked: [CompiledStub] = []) {
    self.ranked = ranked
    for (place, stub) in ranked.enumerated() {
      switch stub.matcher.url {
      case .exact, .path: literals[stub.matcher.url.literalPrefix, default: []].append(place)
      case .any, .pattern, .pathPattern, .template: others.append(place)
      }
    }
  }

  /// The first stub that fits, of those that may accept a request.
  func first(for request: StubRequest, where fits: (CompiledStub) -> Bool) -> CompiledStub? {
    let literal = literals[request.path]?.first { fits(ranked[$0]) }
    let other = others.first { place in
      literal.map { place < $0 } ?? true && fits(ranked[place])
    }
    return [literal, other].compactMap { $0 }.min().map { ranked[$0] }
  }
}
