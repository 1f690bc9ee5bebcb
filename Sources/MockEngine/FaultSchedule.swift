import ContractMatching
import FaultModel

/// Counts the requests that fault scripts apply to, and decides what befalls each.
struct FaultSchedule: Sendable {
  private let scripts: [FaultScript]
  private let seed: UInt64
  /// The path of each script that names one, in the form in which paths are compared.
  private let paths: [[UInt8]?]
  private var requests: [Int]

  init(_ scripts: [FaultScript], seed: UInt64) {
    self.scripts = scripts
    self.seed = seed
    requests = Array(repeating: 0, count: scripts.count)
    paths = scripts.map { script in
      guard case .request(_, let path) = script.target else { return nil }
      return RequestMatcher.normalise(path)
    }
  }

  var isEmpty: Bool { scripts.isEmpty }

  /// The decision on a request.
  ///
  /// - Parameter interaction: the description of the interaction that accepts it, if there is one;
  ///   without one only faults that need no contracted answer can befall it.
  mutating func decision(
    interaction: String?, method: String, path: String
  ) -> FaultScript.Decision? {
    let normalPath = RequestMatcher.normalise(path)
    let script = scripts.indices.first { index in
      switch scripts[index].target {
      case .interaction(let description): description == interaction
      case .request(let wanted, _):
        paths[index] == normalPath
          && (wanted.map { $0.uppercased() == method.uppercased() } ?? true)
      }
    }
    guard let script else { return nil }
    defer { requests[script] += 1 }
    let decision = scripts[script].decision(for: requests[script], seed: seed)
    switch decision.effect {
    case .asContracted: return nil
    case .latency where interaction == nil, .cutBody where interaction == nil: return nil
    case .status, .resetPeer, .emptyReply, .latency, .cutBody: return decision
    }
  }
}
