import ContractMatching
import ContractModel
package import FaultModel

/// Decides what a mock answers: a request in, an action out, no sockets.
///
/// The engine also keeps count of what was requested, in the same step as the decision, so that a
/// verification right after an answer knows of the request.
package struct MockEngine {
  /// What the server does with a request.
  package enum Action: Sendable {
    /// Send the response of an interaction.
    case play(interaction: Int)
    /// Let a fault befall the response of an interaction, or the request itself.
    case fault(FaultScript.Decision, interaction: Int?)
    /// No interaction accepts the request.
    case unmatched(UnmatchedRequest)
    /// Answer a preflight request.
    case preflight
  }

  package let interactions: [MockInteraction]
  package let options: MockOptions
  /// How often each interaction was played.
  package private(set) var plays: [Int]
  /// The newest requests that no interaction accepted.
  package private(set) var unmatched: [UnmatchedRequest] = []
  /// How many requests no interaction accepted.
  package private(set) var unmatchedCount = 0
  private var index: RequestIndex
  private var residual: [Int32] = []
  private let selected: Set<String>
  private var faults: FaultSchedule
  private let headerNames: Set<String>
  private var fastLane: [Bool]

  private static let unmatchedLimit = 1_000

  package init(
    _ interactions: [MockInteraction], faults scripts: [FaultScript] = [], options: MockOptions
  ) {
    self.interactions = interactions
    self.options = options
    plays = Array(repeating: 0, count: interactions.count)
    selected = Set(options.states)
    index = RequestIndex(capacity: interactions.count)
    faults = FaultSchedule(scripts, interactions, seed: options.seed)
    fastLane = interactions.map(\.matcher.isDecidedByMethodAndPath)
    var headerNames: Set<String> = ["x-counterpart-state"]
    // More exact interactions are asked first; equal ones in the order of the files.
    let order = interactions.indices.sorted { left, right in
      let (first, second) = (interactions[left].specificity, interactions[right].specificity)
      return first == second ? left < right : first > second
    }
    for place in order {
      let matcher = interactions[place].matcher
      if let path = matcher.literalPath {
        index.add(
          method: Array(matcher.expected.method.uppercased().utf8), path: path, candidate: place)
      } else {
        residual.append(Int32(place))
      }
      headerNames.formUnion(matcher.headerNames)
    }
    self.headerNames = headerNames
  }

  /// Decides on a request.
  ///
  /// - Parameters:
  ///   - head: the request's head, which points into `bytes`.
  ///   - body: the body, or `nil` when there is none.
  package mutating func decide(
    _ head: RequestHead, _ bytes: Span<UInt8>, body: [UInt8]?
  ) -> Action {
    let candidates = candidates(head, bytes)
    if let interaction = fast(candidates, head) {
      plays[interaction] += 1
      guard !faults.isEmpty else { return .play(interaction: interaction) }
      return faulted(interaction)
    }
    let request = RequestBuilder.request(head, bytes, body: body, headers: headerNames)
    if let interaction = first(of: candidates, accepting: request)
      ?? first(of: residual, accepting: request)
    {
      plays[interaction] += 1
      return faulted(interaction)
    }
    if options.allowsCrossOrigin, request.method == "OPTIONS" { return .preflight }
    if let decision = faults.decision(method: request.method, path: request.path) {
      return .fault(decision, interaction: nil)
    }
    return .unmatched(note(RequestBuilder.request(head, bytes, body: body, headers: nil)))
  }

  private func candidates(_ head: RequestHead, _ bytes: Span<UInt8>) -> [Int32] {
    let method = bytes.extracting(head.method.start..<head.method.end)
    let path = bytes.extracting(head.path.start..<head.path.end)
    for at in 0..<path.count where path[at] == UInt8(ascii: "%") {
      let text = RequestBuilder.text(bytes, head.path)
      let normal = RequestMatcher.normalise(text)
      return index.candidates(method, normal.span)
    }
    return index.candidates(method, path)
  }

  /// The interaction that method and path alone decide on, when the first candidate is such a one.
  private func fast(_ candidates: [Int32], _ head: RequestHead) -> Int? {
    guard let first = candidates.first, fastLane[Int(first)], head.query.count == 0 else {
      return nil
    }
    // With several candidates provider states have a say.
    return candidates.count == 1 ? Int(first) : nil
  }

  /// The first candidate in a selected state that accepts the request, else the first that does.
  private func first(of candidates: [Int32], accepting request: ActualRequest) -> Int? {
    guard !candidates.isEmpty else { return nil }
    let asked = request.headers.header("x-counterpart-state").map { [$0] } ?? selected
    if !asked.isEmpty {
      for candidate in candidates {
        let interaction = interactions[Int(candidate)]
        guard interaction.states.contains(where: asked.contains) else { continue }
        if interaction.matcher.accepts(request) { return Int(candidate) }
      }
    }
    for candidate in candidates where interactions[Int(candidate)].matcher.accepts(request) {
      return Int(candidate)
    }
    return nil
  }

  private mutating func faulted(_ interaction: Int) -> Action {
    guard let decision = faults.decision(interaction: interaction),
      decision.effect != .asContracted
    else { return .play(interaction: interaction) }
    return .fault(decision, interaction: interaction)
  }

  private mutating func note(_ request: ActualRequest) -> UnmatchedRequest {
    let nearest = NearMisses.find(request, interactions)
    let unmatched = UnmatchedRequest(request, nearest: nearest)
    unmatchedCount += 1
    if self.unmatched.count == Self.unmatchedLimit { self.unmatched.removeFirst() }
    self.unmatched.append(unmatched)
    return unmatched
  }
}
