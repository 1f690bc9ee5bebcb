import ContractMatching
import FaultModel

/// Counts the requests that fault scripts apply to, and decides what befalls each.
struct FaultSchedule: Sendable {
  /// A script, and how far it is.
  private struct Entry {
    let script: FaultScript
    /// The path that the script names, in the form in which paths are compared.
    let path: [UInt8]?
    /// From when on its window counts, since the mock began to listen.
    let start: Duration
    var requests = 0

    init(_ script: FaultScript, start: Duration) {
      self.script = script
      self.start = start
      if case .request(_, let path) = script.target {
        self.path = RequestMatcher.normalise(path)
      } else {
        path = nil
      }
    }

    func isOpen(at time: Duration) -> Bool { script.window?.contains(time - start) ?? true }
  }

  private var entries: [Entry]
  private let seed: UInt64

  init(_ scripts: [FaultScript], seed: UInt64) {
    self.seed = seed
    entries = scripts.map { Entry($0, start: .zero) }
  }

  /// The scripts, in their order.
  var scripts: [FaultScript] { entries.map(\.script) }
  /// Whether the time of a request matters.
  var needsTime: Bool { entries.contains { $0.script.window != nil } }
  /// Whether some step does not ask for the body of a request.
  var withholdsContinue: Bool {
    entries.contains { $0.script.steps.contains { $0.effect.withholdsContinue } }
  }

  /// Replaces the scripts; those that were there before go on counting.
  ///
  /// - Parameter time: from when on the windows of new ones count.
  mutating func replace(with scripts: [FaultScript], at time: Duration) {
    let before = entries
    entries = scripts.map { script in
      before.first { $0.script == script } ?? Entry(script, start: time)
    }
  }

  /// The decision on a request, which counts from then on.
  ///
  /// - Parameters:
  ///   - interaction: the description of the interaction that accepts it, if there is one; without
  ///     one only faults that need no contracted answer can befall it.
  ///   - forwards: whether a provider answers what no interaction accepts.
  ///   - time: the time since the mock began to listen.
  mutating func decision(
    interaction: String?, forwards: Bool = false, method: String, path: String, at time: Duration
  ) -> FaultDecision? {
    let place = place(interaction.map { [$0] } ?? [], method, path)
    guard let place, entries[place].isOpen(at: time) else { return nil }
    defer { entries[place].requests += 1 }
    let decision = entries[place].script.decision(for: entries[place].requests, seed: seed)
    if interaction == nil, !forwards, decision?.effect.needsAnswer == true { return nil }
    return decision
  }

  /// The decision on a connection over TLS, which counts from then on.
  ///
  /// - Parameter time: the time since the mock began to listen.
  mutating func connectionDecision(at time: Duration) -> TLSFaultDecision? {
    let place = entries.firstIndex { $0.script.target == .connections }
    guard let place, entries[place].isOpen(at: time) else { return nil }
    defer { entries[place].requests += 1 }
    return entries[place].script.connectionDecision(for: entries[place].requests, seed: seed)
  }

  /// Whether the body of a request is not asked for; the request does not count yet.
  ///
  /// - Parameter interactions: the descriptions of those that may accept it.
  func withholdsContinue(
    interactions: [String], method: String, path: String, at time: Duration
  ) -> Bool {
    guard let place = place(interactions, method, path), entries[place].isOpen(at: time)
    else { return false }
    let decision = entries[place].script.decision(for: entries[place].requests, seed: seed)
    return decision?.effect.withholdsContinue ?? false
  }

  /// Whether some step does not take the body of a request.
  var stallsBodies: Bool { entries.contains { $0.script.steps.contains { $0.effect.stallsBody } } }

  /// The decision on a request whose body is not taken, which counts from then on; `nil` for any other.
  ///
  /// - Parameter interactions: the descriptions of those that may accept it.
  mutating func stall(
    interactions: [String], method: String, path: String, at time: Duration
  ) -> FaultDecision? {
    guard let place = place(interactions, method, path), entries[place].isOpen(at: time),
      let decision = entries[place].script.decision(for: entries[place].requests, seed: seed),
      decision.effect.stallsBody
    else { return nil }
    entries[place].requests += 1
    return decision
  }

  private func place(_ interactions: [String], _ method: String, _ path: String) -> Int? {
    let normalPath = RequestMatcher.normalise(path)
    return entries.firstIndex { entry in
      switch entry.script.target {
      case .interaction(let description): interactions.contains(description)
      case .request(let wanted, _):
        entry.path == normalPath
          && (wanted.map { $0.uppercased() == method.uppercased() } ?? true)
      case .connections: false
      }
    }
  }
}
