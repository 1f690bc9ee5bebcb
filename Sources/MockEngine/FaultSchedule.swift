import ContractMatching
import FaultModel

/// Counts the requests that fault scripts apply to, and decides what befalls each.
struct FaultSchedule: Sendable {
  private let scripts: [FaultScript]
  private let seed: UInt64
  /// The path of each script that names one, in the form in which paths are compared.
  private let paths: [[UInt8]?]
  private var requests: [Int]
  /// Whether the time of a request matters.
  let needsTime: Bool
  /// Whether some step does not ask for the body of a request.
  let withholdsContinue: Bool

  init(_ scripts: [FaultScript], seed: UInt64) {
    self.scripts = scripts
    self.seed = seed
    requests = Array(repeating: 0, count: scripts.count)
    paths = scripts.map { script in
      guard case .request(_, let path) = script.target else { return nil }
      return RequestMatcher.normalise(path)
    }
    needsTime = scripts.contains { $0.window != nil }
    withholdsContinue = scripts.contains { $0.steps.contains { $0.effect.withholdsContinue } }
  }

  var isEmpty: Bool { scripts.isEmpty }

  /// The decision on a request, which counts from then on.
  ///
  /// - Parameters:
  ///   - interaction: the description of the interaction that accepts it, if there is one; without
  ///     one only faults that need no contracted answer can befall it.
  ///   - time: the time since the mock began to listen.
  mutating func decision(
    interaction: String?, method: String, path: String, at time: Duration
  ) -> FaultDecision? {
    let script = script(interaction.map { [$0] } ?? [], method, path)
    guard let script, scripts[script].window?.contains(time) ?? true else { return nil }
    defer { requests[script] += 1 }
    let decision = scripts[script].decision(for: requests[script], seed: seed)
    if interaction == nil, decision?.effect.needsAnswer == true { return nil }
    return decision
  }

  /// Whether the body of a request is not asked for; the request does not count yet.
  ///
  /// - Parameter interactions: the descriptions of those that may accept it.
  func withholdsContinue(
    interactions: [String], method: String, path: String, at time: Duration
  ) -> Bool {
    guard let script = script(interactions, method, path),
      scripts[script].window?.contains(time) ?? true
    else { return false }
    let decision = scripts[script].decision(for: requests[script], seed: seed)
    return decision?.effect.withholdsContinue ?? false
  }

  private func script(_ interactions: [String], _ method: String, _ path: String) -> Int? {
    let normalPath = RequestMatcher.normalise(path)
    return scripts.indices.first { index in
      switch scripts[index].target {
      case .interaction(let description): interactions.contains(description)
      case .request(let wanted, _):
        paths[index] == normalPath
          && (wanted.map { $0.uppercased() == method.uppercased() } ?? true)
      }
    }
  }
}
