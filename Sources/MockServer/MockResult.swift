import ContractModel
import MockEngine

/// Makes the verdict of a mock out of what it played and of its journal.
struct MockResult {
  private let engine: MockEngine
  private let names: InteractionNames
  /// What faults befell the requests of sessions.
  private let sessionFaults: [String]
  private let journal: Journal
  private let time: Duration
  private let connectionFaults: ConnectionFaults
  /// The requests that a fault befell.
  private let struck: [JournalEntry]

  private static let toldLimit = 1_000

  init(_ service: MockService) {
    engine = service.wholeEngine
    names = service.names
    sessionFaults = service.sessions?.wholeTally.faults ?? []
    journal = service.journal
    time = service.time
    connectionFaults = service.connectionFaults
    struck = journal.entries { $0.fault != nil }
  }

  var result: VerificationResult {
    let faults = Dictionary(grouping: struck) { $0.answer.interaction ?? -1 }
    let played = engine.interactions.indices.map { place in
      interaction(place, Self.lines(faults[names.number(of: place)] ?? []))
    }
    let name = engine.interactions.first?.provider ?? "mock"
    var result = VerificationResult(
      provider: .init(name: name), seed: engine.options.seed,
      startedAt: journal.startDate.milliseconds / 1_000, duration: time,
      results: played + unmatched)
    let output = connectionFaults.lines + Self.lines(struck) + sessionFaults + remarks
    if !output.isEmpty {
      result.providerOutput = ProviderOutput(output: output.joined(separator: "\n"), errors: "")
    }
    return result
  }

  private func interaction(_ place: Int, _ faults: [String]) -> InteractionResult {
    let interaction = engine.interactions[place]
    let plays = engine.plays[place]
    return InteractionResult(
      consumer: interaction.consumer, provider: interaction.provider,
      description: interaction.description, providerStates: interaction.states,
      status: plays > 0 ? .passed : .failed, location: interaction.location,
      error: plays > 0 ? nil : "no request asked for it", comments: faults, tries: plays)
  }

  /// The requests that no interaction accepted, as failures.
  private var unmatched: [InteractionResult] {
    let noted = journal.entries { $0.answer == .unmatched && $0.fault == nil }
    // The journal may have been cleared: those that both know are the newest.
    let unknown = max(0, engine.unmatched.count - noted.count)
    let numbers = noted.suffix(engine.unmatched.count).map { " (request \($0.number))" }
    return zip(engine.unmatched, Array(repeating: "", count: unknown) + numbers)
      .map { request, number in failure(request, number) }
  }

  private func failure(_ request: UnmatchedRequest, _ number: String) -> InteractionResult {
    let nearest = request.nearest.first
    let interaction =
      nearest.map { engine.interactions[$0.interaction] } ?? engine.interactions.first
    let name = nearest.map { "; nearest: '\(engine.interactions[$0.interaction].description)'" }
    return InteractionResult(
      consumer: interaction?.consumer ?? "mock", provider: interaction?.provider ?? "mock",
      description: "\(request.summary)\(number)", status: .failed,
      location: nearest == nil ? nil : interaction?.location,
      mismatches: nearest?.mismatches ?? [],
      error: "no interaction matched\(name ?? "")")
  }

  /// What the reader has to know of the journal.
  private var remarks: [String] {
    var remarks: [String] = []
    if journal.forgottenCount > 0 || !journal.isOn {
      let count = journal.isOn ? journal.forgottenCount : journal.count
      remarks.append(
        "the journal kept nothing of \(count) requests: faults among them are not told")
    }
    let untold = engine.unmatchedCount - engine.unmatched.count
    if untold > 0 { remarks.append("\(untold) older requests that none accepted are not told") }
    return remarks
  }

  /// The requests of a journal that faults befell, in words.
  static func faultLines(_ journal: Journal) -> [String] {
    lines(journal.entries { $0.fault != nil })
  }

  private static func lines(_ entries: [JournalEntry]) -> [String] {
    var lines = entries.prefix(toldLimit).compactMap { entry in
      entry.fault.map { "request \(entry.number), \(entry.method) \(entry.target): \($0.account)" }
    }
    if entries.count > toldLimit { lines.append("and \(entries.count - toldLimit) more") }
    return lines
  }
}

extension MockService {
  /// The engine with what was requested of the sessions.
  var wholeEngine: MockEngine {
    guard let tally = sessions?.wholeTally else { return engine }
    var engine = engine
    engine.count(
      plays: tally.plays.compactMap { number, count in
        names.place(of: number).map { ($0, count) }
      }, unmatched: tally.unmatched, of: tally.unmatchedCount)
    return engine
  }
}

extension FiredFault {
  /// The fault, and what it takes to make it happen again.
  fileprivate var account: String {
    let source =
      script.map { "script '\($0)', step \(step ?? 1), its request \(request)" }
      ?? "asked for by the request itself, the \(request). that did"
    return "\(text) (\(source), seed \(seed))"
  }
}
