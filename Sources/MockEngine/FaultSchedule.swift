import ContractMatching
import ContractModel
import FaultModel

/// Counts the requests that fault scripts apply to, and decides what befalls each.
struct FaultSchedule: Sendable {
  private let scripts: [FaultScript]
  private let seed: UInt64
  /// The script of each interaction.
  private var scriptOf: [Int: Int] = [:]
  private var requests: [Int]

  init(_ scripts: [FaultScript], _ interactions: [MockInteraction], seed: UInt64) {
    self.scripts = scripts
    self.seed = seed
    requests = Array(repeating: 0, count: scripts.count)
    guard !scripts.isEmpty else { return }
    for (place, interaction) in interactions.enumerated() {
      let expected = interaction.matcher.expected
      scriptOf[place] = scripts.firstIndex { script in
        switch script.target {
        case .interaction(let description): description == interaction.description
        case .request(let method, let path):
          path == expected.path
            && (method.map { $0.uppercased() == expected.method.uppercased() } ?? true)
        }
      }
    }
  }

  var isEmpty: Bool { scripts.isEmpty }

  mutating func decision(interaction: Int) -> FaultScript.Decision? {
    guard let script = scriptOf[interaction] else { return nil }
    return next(script)
  }

  /// The decision on a request that no interaction accepts.
  mutating func decision(method: String, path: String) -> FaultScript.Decision? {
    let script = scripts.firstIndex { script in
      guard case .request(let wanted, let target) = script.target else { return false }
      return target == path && (wanted.map { $0.uppercased() == method.uppercased() } ?? true)
    }
    guard let script else { return nil }
    let decision = next(script)
    switch decision.effect {
    case .status, .resetPeer, .emptyReply: return decision
    // The others need an answer of the contract.
    case .asContracted, .latency, .cutBody: return nil
    }
  }

  private mutating func next(_ script: Int) -> FaultScript.Decision {
    defer { requests[script] += 1 }
    return scripts[script].decision(for: requests[script], seed: seed)
  }
}
