import ContractMatching
import JSONText
import ContractModel
package import FaultModel
package import StubMatching
import StubModel

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
    case fault(FaultDecision, interaction: Int?)
    /// Tell that the fault which a request asks for cannot be.
    case refusedFault(FaultError)
    /// Send the response of a stub, or let a fault befall it.
    case stub(slot: Int, FaultDecision?)
    /// Pass the request on to the provider, and let the fault befall what it answers.
    case forward(FaultDecision?)
    /// No interaction accepts the request.
    case unmatched(UnmatchedRequest)
    /// Answer a preflight request.
    case preflight
  }

  package let interactions: [MockInteraction]
  package let options: MockOptions
  /// The stubs that are played beside the interactions.
  package var stubs: StubTable
  /// The request that was decided on last, if stubs had to look at it closer; templates do, too.
  package internal(set) var stubRequest: StubRequest?
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
  /// Whether anything may befall an answer; without it nothing more is asked of a request.
  private var hasFaults: Bool
  /// How many requests asked for a fault themselves.
  private var requestedFaults: UInt64 = 0
  private let headerNames: Set<String>
  private var fastLane: [Bool]

  private static let unmatchedLimit = 1_000

  package init(
    _ interactions: [MockInteraction], faults scripts: [FaultScript] = [], options: MockOptions,
    stubs: StubTable? = nil
  ) {
    self.interactions = interactions
    self.options = options
    self.stubs =
      stubs
      ?? StubTable(
        options.stubDialect, seed: options.seed, allowed: options.allowedTargets)
    plays = Array(repeating: 0, count: interactions.count)
    selected = Set(options.states)
    index = RequestIndex(capacity: interactions.count)
    faults = FaultSchedule(scripts, seed: options.seed)
    hasFaults = !scripts.isEmpty || options.allowsFaultHeader
    fastLane = interactions.map(\.matcher.isDecidedByMethodAndPath)
    var headerNames: Set<String> = ["x-counterpart-state", "content-type"]
    // More exact interactions are asked first; equal ones in the order of the files.
    let demands = interactions.map(\.specificity)
    let order = interactions.indices.sorted { left, right in
      demands[left] == demands[right] ? left < right : demands[left] > demands[right]
    }
    for place in order {
      let matcher = interactions[place].matcher
      if let path = matcher.literalPath, !matcher.hasMethodRule {
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
  ///   - client: the address of the client.
  ///   - time: the time since the mock began to listen, which matters if ``needsTime``.
  package mutating func decide(
    _ head: RequestHead, _ bytes: Span<UInt8>, body: [UInt8]?,
    from client: ClientAddress = ClientAddress(), at time: Duration = .zero
  ) -> Action {
    if !stubs.isEmpty,
      let slot = stub(beforeInteractions: true, head, bytes, body: body, from: client),
      !isPreflight(head, bytes, for: slot)
    {
      return hasFaults ? stubFault(slot, head, bytes, at: time) : .stub(slot: slot, nil)
    }
    if let interaction = fast(head, bytes) {
      plays[interaction] += 1
      guard hasFaults else { return .play(interaction: interaction) }
      return fault(interaction, head, bytes, at: time) ?? .play(interaction: interaction)
    }
    let request = RequestBuilder.request(head, bytes, body: body, headers: headerNames)
    if let interaction = first(of: candidates(head, bytes), accepting: request) {
      plays[interaction] += 1
      guard hasFaults else { return .play(interaction: interaction) }
      return fault(interaction, head, bytes, at: time) ?? .play(interaction: interaction)
    }
    if !stubs.isEmpty,
      let slot = stub(beforeInteractions: false, head, bytes, body: body, from: client),
      !isPreflight(head, bytes, for: slot)
    {
      return hasFaults ? stubFault(slot, head, bytes, at: time) : .stub(slot: slot, nil)
    }
    if options.allowsCrossOrigin, request.method == "OPTIONS" { return .preflight }
    if hasFaults, let fault = fault(nil, head, bytes, at: time) { return fault }
    return options.forwards ? .forward(nil) : .unmatched(note(request, head, bytes))
  }

  /// Whether a browser asks what a page may do, and the stub is for every method: it was not written
  /// for that question.
  private func isPreflight(_ head: RequestHead, _ bytes: Span<UInt8>, for slot: Int) -> Bool {
    guard options.allowsCrossOrigin, RequestHeadParser.equals(bytes, head.method, "options"),
      let stub = stubs.stub(at: slot),
      ["ANY", nil].contains(stub.mapping.request["method"]?.value.string)
    else { return false }
    return head.lines.contains {
      RequestHeadParser.equals(bytes, $0.name, "access-control-request-method")
    }
  }

  private func candidates(_ head: RequestHead, _ bytes: Span<UInt8>) -> [Int32] {
    let method = bytes.extracting(head.method.start..<head.method.end)
    let path = bytes.extracting(head.path.start..<head.path.end)
    if needsCopy(method, path) {
      let upper = Array(RequestBuilder.text(bytes, head.method).uppercased().utf8)
      let normal = RequestMatcher.normalise(RequestBuilder.text(bytes, head.path))
      return index.candidates(upper.span, normal.span)
    }
    return index.candidates(method, path)
  }

  /// Whether the index has method or path in another form than the request.
  private func needsCopy(_ method: Span<UInt8>, _ path: Span<UInt8>) -> Bool {
    for at in 0..<method.count where method[at] >= UInt8(ascii: "a") { return true }
    for at in 0..<path.count where path[at] == UInt8(ascii: "%") { return true }
    return false
  }

  /// The interaction that method and path alone decide on, when there is no other.
  private func fast(_ head: RequestHead, _ bytes: Span<UInt8>) -> Int? {
    // With several candidates, or ones whose path has a rule, provider states have a say.
    guard head.query.count == 0,
      residual.isEmpty || selected.isEmpty && !namesState(head, bytes),
      let only = index.only(
        bytes.extracting(head.method.start..<head.method.end),
        bytes.extracting(head.path.start..<head.path.end)),
      fastLane[only]
    else { return nil }
    return only
  }

  /// Whether the request selects a provider state.
  private func namesState(_ head: RequestHead, _ bytes: Span<UInt8>) -> Bool {
    head.lines.contains { RequestHeadParser.equals(bytes, $0.name, "x-counterpart-state") }
  }

  /// The first interaction in a selected state that accepts the request, else the first that does;
  /// those with a literal path come before those whose path has a rule.
  private func first(of candidates: [Int32], accepting request: ActualRequest) -> Int? {
    let asked = request.headers.header("x-counterpart-state").map { [$0] } ?? selected
    let places = residual.isEmpty ? candidates : candidates + residual
    if !asked.isEmpty {
      for place in places {
        let interaction = interactions[Int(place)]
        guard interaction.states.contains(where: asked.contains) else { continue }
        if interaction.matcher.accepts(request) { return Int(place) }
      }
    }
    for place in places where interactions[Int(place)].matcher.accepts(request) {
      return Int(place)
    }
    return nil
  }

  private mutating func note(
    _ request: ActualRequest, _ head: RequestHead, _ bytes: Span<UInt8>
  ) -> UnmatchedRequest {
    let nearest = NearMisses.find(request, interactions)
    let stubs = nearestStubs(request, head, bytes)
    let unmatched = UnmatchedRequest(request, nearest: nearest, stubs: stubs)
    unmatchedCount += 1
    if self.unmatched.count == Self.unmatchedLimit { self.unmatched.removeFirst() }
    self.unmatched.append(unmatched)
    return unmatched
  }
}

// MARK: - Copies

extension MockEngine {
  /// The same engine before its first request.
  package func forgettingRequests() -> MockEngine {
    var engine = self
    engine.plays = Array(repeating: 0, count: interactions.count)
    engine.unmatched = []
    engine.unmatchedCount = 0
    engine.requestedFaults = 0
    engine.faults = FaultSchedule(faults.scripts, seed: options.seed)
    engine.stubs.forgetRequests()
    return engine
  }

  /// Plays other interactions and stubs from now on; what is still there keeps its count.
  ///
  /// - Parameter files: the stubs of the files; those that came by the admin API stay.
  package mutating func replace(_ interactions: [MockInteraction], stubs files: StubTable) {
    var engine = MockEngine(interactions, options: options, stubs: stubs)
    engine.faults = faults
    engine.hasFaults = hasFaults
    engine.requestedFaults = requestedFaults
    engine.stubs.replaceFiles(with: files)
    var places: [String: [Int]] = [:]
    for (place, interaction) in interactions.enumerated().reversed() {
      places[interaction.description, default: []].append(place)
    }
    let moved = self.interactions.map { places[$0.description]?.popLast() }
    for (place, new) in moved.enumerated() {
      if let new { engine.plays[new] = plays[place] }
    }
    engine.unmatched = unmatched.map { $0.moving { moved[$0] } }
    engine.unmatchedCount = unmatchedCount
    self = engine
  }

  /// Counts what was requested of another engine with the same interactions.
  package mutating func count(
    plays more: [(place: Int, count: Int)], unmatched others: [UnmatchedRequest], of total: Int
  ) {
    for (place, count) in more { plays[place] += count }
    unmatched = (unmatched + others).suffix(Self.unmatchedLimit)
    unmatchedCount += total
  }
}

// MARK: - Faults

extension MockEngine {
  /// Whether the time of a request matters.
  package var needsTime: Bool { faults.needsTime }

  /// The fault scripts, in their order.
  package var faultScripts: [FaultScript] { faults.scripts }

  /// Replaces the fault scripts, all at once.
  ///
  /// - Parameters:
  ///   - scripts: those that count from now on; ones that were there before go on counting.
  ///   - time: the time since the mock began to listen, from which the windows of new ones count.
  package mutating func setFaults(_ scripts: [FaultScript], at time: Duration) {
    faults.replace(with: scripts, at: time)
    hasFaults = !scripts.isEmpty || options.allowsFaultHeader
  }

  /// What befalls a connection over TLS, which counts from then on.
  ///
  /// - Parameter time: the time since the mock began to listen.
  package mutating func connectionFault(at time: Duration) -> TLSFaultDecision? {
    hasFaults ? faults.connectionDecision(at: time) : nil
  }

  /// What befalls the answer of an interaction, or a request that none accepts.
  private mutating func fault(
    _ interaction: Int?, _ head: RequestHead, _ bytes: Span<UInt8>, at time: Duration
  ) -> Action? {
    if options.allowsFaultHeader, let text = RequestedFault.text(head, bytes) {
      return requestedFault(text, interaction)
    }
    let decision = faults.decision(
      interaction: interaction.map { interactions[$0].description }, forwards: options.forwards,
      method: RequestBuilder.text(bytes, head.method), path: RequestBuilder.text(bytes, head.path),
      at: time)
    return decision.map { action($0, interaction) }
  }

  /// The answer of a stub, with what befalls it.
  private mutating func stubFault(
    _ slot: Int, _ head: RequestHead, _ bytes: Span<UInt8>, at time: Duration
  ) -> Action {
    if options.allowsFaultHeader, let text = RequestedFault.text(head, bytes) {
      // There is an answer that the fault can befall, as with an interaction.
      switch requestedFault(text, slot) {
      case .fault(let decision, _)?: return .stub(slot: slot, decision)
      case let refused?: return refused
      case nil: return .stub(slot: slot, nil)
      }
    }
    let decision = faults.decision(
      interaction: stubs.stub(at: slot)?.mapping.title, forwards: false,
      method: RequestBuilder.text(bytes, head.method), path: RequestBuilder.text(bytes, head.path),
      at: time)
    return .stub(slot: slot, decision)
  }

  /// What is done about a fault: after the effect of a provider, or at once.
  private func action(_ decision: FaultDecision, _ interaction: Int?) -> Action {
    interaction == nil && options.forwards && decision.moment == .after
      ? .forward(decision) : .fault(decision, interaction: interaction)
  }

  private mutating func requestedFault(_ text: String, _ interaction: Int?) -> Action? {
    let effect: HTTPFault
    let moment: FaultMoment?
    do throws(FaultError) {
      (effect, moment) = try RequestedFault.read(text)
    } catch {
      return .refusedFault(error)
    }
    let hasAnswer = interaction != nil || options.forwards
    if effect.isAsContracted || effect.needsAnswer && !hasAnswer { return nil }
    defer { requestedFaults += 1 }
    let random = SeededGenerator(
      seed: options.seed, stream: "requested fault", position: requestedFaults)
    let origin = FaultOrigin(request: Int(requestedFaults) + 1, seed: options.seed)
    return action(
      FaultDecision(effect, random, from: origin, moment: moment), interaction)
  }

  /// Whether the body of a request that waits for `100 Continue` is not asked for.
  package func withholdsContinue(
    _ head: RequestHead, _ bytes: Span<UInt8>, at time: Duration
  ) -> Bool {
    guard hasFaults else { return false }
    if options.allowsFaultHeader, let text = RequestedFault.text(head, bytes) {
      return (try? RequestedFault.read(text))?.fault.withholdsContinue ?? false
    }
    guard faults.withholdsContinue else { return false }
    let request = RequestBuilder.request(head, bytes, body: nil, headers: headerNames)
    return faults.withholdsContinue(
      interactions: fitting(request, head, bytes).map { interactions[Int($0)].description },
      method: request.method, path: request.path, at: time)
  }

  /// What befalls a request whose body is not taken: it is decided without one, and counts.
  ///
  /// - Returns: the fault and the interaction; `nil` when the body is to be read.
  package mutating func stall(
    _ head: RequestHead, _ bytes: Span<UInt8>, at time: Duration
  ) -> Action? {
    guard hasFaults, faults.stallsBodies else { return nil }
    let request = RequestBuilder.request(head, bytes, body: nil, headers: headerNames)
    let places = fitting(request, head, bytes).map { Int($0) }
    let decision = faults.stall(
      interactions: places.map { interactions[$0].description }, method: request.method,
      path: request.path, at: time)
    guard let decision, let place = places.first else { return nil }
    plays[place] += 1
    return .fault(decision, interaction: place)
  }

  /// The interactions that may accept a request; the body may still decide between them.
  private func fitting(
    _ request: ActualRequest, _ head: RequestHead, _ bytes: Span<UInt8>
  ) -> [Int32] {
    (candidates(head, bytes) + residual).filter { place in
      interactions[Int(place)].matcher.mismatches(request).allSatisfy {
        $0.kind == .body || $0.kind == .bodyContentType
      }
    }
  }
}
