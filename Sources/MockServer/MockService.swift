import ContractFiles
import ContractMatching
import ContractModel
import ContractStore
package import FaultModel
package import MockEngine
import JSONText
import Logging
package import NIOCore
import StubModel

/// One mock: an engine and its rendered responses, confined to one event loop.
package final class MockService: RequestResponder {
  package internal(set) var engine: MockEngine
  /// The requests that the mock got.
  package var journal: Journal
  /// Those who wait for requests.
  package let waiters = JournalWaiters()
  /// The calls of the admin API.
  package var router = AdminRouter()
  /// What it works with besides what it plays.
  let surroundings: MockSurroundings
  /// What befell connections when they began.
  var connectionFaults = ConnectionFaults()
  /// Whether the mock listens on the loopback address.
  private(set) var isLocal = true
  /// What is played.
  private(set) var program: MockProgram
  /// The numbers by which the journal knows interactions.
  private(set) var names: InteractionNames
  /// How many requests that the journal forgot the metrics know of.
  var toldEvictions = 0
  /// Tells metrics that go elsewhere what is counted in other places.
  var publishing: RepeatedTask?
  /// The base URL of the mock, which is known once it listens.
  package var baseURL = ""
  /// The answers of stubs that are always the same, by the number of the stub.
  var stubResponses: [Int: RenderedResponse] = [:]
  /// The exchanges with the services that requests went to.
  var exchanges: ExchangeLog
  /// What the admin API records at the moment, or recorded last.
  var recording: MockRecording?
  /// The requests that followed the answers of stubs.
  let webhooks: WebhookCalls
  /// The sessions that it has, or is one of.
  weak var sessions: MockSessions?
  /// Fulfilled when the admin API asks for the end of the mock.
  let ending: EventLoopPromise<Void>
  private var isEnding = false
  private var hasBegun = false
  /// When the mock began to listen.
  package private(set) var start: NIODeadline
  /// The loop that everything happens on; its clock is the mock's.
  let loop: any EventLoop

  /// - Parameters:
  ///   - compiler: what is played.
  ///   - surroundings: what it works with besides.
  ///   - loop: the loop that everything happens on; its clock is the mock's.
  convenience init(
    _ compiler: MockCompiler, faults: [FaultScript], options: MockOptions,
    with surroundings: MockSurroundings = MockSurroundings(), on loop: any EventLoop
  ) {
    var options = options
    options.forwards = surroundings.target != nil
    options.scheme = surroundings.tls == nil ? "http" : "https"
    let program = MockProgram(compiler)
    var engine = MockEngine(
      program.interactions, faults: faults, options: options, stubs: program.stubs)
    engine.stubs.clock = { Moment(WallClock.now()) }
    self.init(program, engine, journalLimit: options.journalLimit, with: surroundings, on: loop)
    stubResponses = program.responses(of: engine.stubs)
  }

  private init(
    _ program: MockProgram, _ engine: MockEngine, journalLimit: Int,
    with surroundings: MockSurroundings, on loop: any EventLoop
  ) {
    self.program = program
    self.engine = engine
    self.surroundings = surroundings
    self.loop = loop
    names = InteractionNames(program.interactions.map(\.description))
    ending = loop.makePromise()
    start = loop.now
    journal = Journal(limit: journalLimit)
    exchanges = ExchangeLog(limit: journalLimit)
    webhooks = WebhookCalls(on: loop)
  }

  /// A mock that begins with what this one plays now, but knows of no request.
  func makeSession(of sessions: MockSessions) -> MockService {
    let limit = engine.options.journalLimit
    let session = MockService(
      program, engine.forgettingRequests(),
      journalLimit: limit == 0 ? 0 : max(limit / 16, 65_536), with: surroundings, on: loop)
    session.sessions = sessions
    session.stubResponses = stubResponses
    session.names = names
    session.router = router
    session.begin(at: baseURL, isLocal: isLocal)
    return session
  }

  /// Plays something else from now on.
  ///
  /// Stubs that came by the admin API stay, as do the states of scenarios; so do the counts of
  /// interactions and stubs that are still there.
  func play(_ program: MockProgram) {
    names.replace(with: program.interactions.map(\.description))
    engine.replace(program.interactions, stubs: program.stubs)
    self.program = program
    stubResponses = program.responses(of: engine.stubs)
  }

  deinit {
    // A mock that could not listen was never ended.
    if !isEnding { ending.succeed() }
  }

  /// Starts the clock: the mock listens from now on.
  ///
  /// - Parameter isLocal: whether the mock listens on the loopback address.
  package func begin(at url: String, isLocal: Bool) {
    baseURL = url
    self.isLocal = isLocal
    start = loop.now
    journal.startDate = WallClock.now()
    hasBegun = true
    guard !isSession else { return }
    metrics.begin(at: journal.startDate)
    beginPublishing()
    logger.info("listening", metadata: ["url": "\(url)"])
  }

  /// Whether the mock listens and nobody has asked for its end.
  var isServing: Bool { hasBegun && !isEnding }

  package func respond(
    _ head: RequestHead, _ bytes: Span<UInt8>, body: [UInt8]?, from source: RequestSource
  ) -> Reply {
    if AdminCall.isMeant(by: head, bytes) { return admin(head, bytes, body: body) }
    let time = nanoseconds
    let action = engine.decide(
      head, bytes, body: body, from: source.client, at: .nanoseconds(time))
    let reply = reply(to: action, head, bytes, body: body, from: source)
    note(action, reply, head, bytes, body: body, from: source, at: time)
    return reply
  }

  /// What the mock counts.
  var metrics: MockMetrics { surroundings.metrics }

  /// What events are told to.
  var logger: Logger { surroundings.logger }

  /// The header fields of CORS, which answers to clients get unless they have their own.
  var extraFields: [(String, String)] { program.extraFields }

  /// Whether it is the mock of a session.
  var isSession: Bool { sessions.map { $0.base !== self } ?? false }

  /// Asks for the end of the mock, once the answer to this request was written.
  func requestEnd() {
    if let base = sessions?.base, base !== self { return base.requestEnd() }
    guard !isEnding else { return }
    isEnding = true
    logger.info("ending, as the admin API asked for")
    let ending = ending
    loop.execute { ending.succeed() }
  }

  /// Ends the waiting of those who wait for the end.
  func endWaiting() {
    publishing?.cancel()
    publishing = nil
    guard !isEnding else { return }
    isEnding = true
    if !isSession { logger.info("ending") }
    ending.succeed()
  }

  /// Replaces the fault scripts, all at once.
  package func setFaults(_ scripts: [FaultScript]) {
    engine.setFaults(scripts, at: time)
    logger.info(
      "faults changed", metadata: ["scripts": "\(scripts.map(\.name).joined(separator: ", "))"])
  }

  private func reply(
    to action: MockEngine.Action, _ head: RequestHead, _ bytes: Span<UInt8>, body: [UInt8]?,
    from source: RequestSource
  ) -> Reply {
    switch action {
    case .play(let interaction): return .send(response(interaction))
    case .fault(let decision, let interaction): return fault(decision, interaction, head, bytes)
    case .forward(let decision): return forward(decision, head, bytes, body: body)
    case .refusedFault(let error):
      return .send(
        JSONReply.error(400, "X-Counterpart-Fault: \(error)").adding(extraFields))
    case .stub(let slot, let fault): return stub(slot, fault, head, bytes, body: body, from: source)
    case .unmatched(let request): return .send(unmatched(request))
    case .preflight:
      return .send(
        RenderedResponse(ResponseImage(status: 204, fields: program.extraFields, body: [])))
    }
  }

  private func response(_ interaction: Int) -> RenderedResponse {
    guard !program.generators.isEmpty, let generator = program.generators[interaction] else {
      return program.responses[interaction]
    }
    do throws(GenerationError) {
      return RenderedResponse(
        try generator.render(
          play: engine.plays[interaction], seed: engine.options.seed, now: Moment(WallClock.now()),
          url: baseURL))
    } catch {
      logger.error(
        "a response could not be generated",
        metadata: [
          "interaction": "\(engine.interactions[interaction].description)",
          "reason": "\(error.message)",
        ])
      let json = JSONValue.make { writer in
        writer.object { writer in
          writer.member("error", "the response could not be generated: \(error.message)")
          writer.member("interaction", engine.interactions[interaction].description)
        }
      }
      return RenderedResponse(
        ResponseImage(status: 500, json: Array(json.text.utf8), adding: program.extraFields))
    }
  }

  private func unmatched(_ request: UnmatchedRequest) -> RenderedResponse {
    if engine.options.isWireMockCompatible {
      let text = UnmatchedAnswer.text(request, engine.interactions)
      return RenderedResponse(
        ResponseImage(
          status: engine.unmatchedStatus,
          fields: [("Content-Type", "text/plain")] + program.extraFields,
          body: text))
    }
    let body = UnmatchedAnswer.json(request, engine.interactions)
    return RenderedResponse(
      ResponseImage(status: engine.unmatchedStatus, json: body, adding: program.extraFields))
  }

  /// The time since the mock began to listen.
  var time: Duration { .nanoseconds((loop.now - start).nanoseconds) }

  /// The same in nanoseconds; only asked for where it matters.
  private var nanoseconds: Int64 {
    guard journal.isOn || engine.needsTime else { return 0 }
    return (loop.now - start).nanoseconds
  }

  package func withholdsContinue(_ head: RequestHead, _ bytes: Span<UInt8>) -> Bool {
    engine.withholdsContinue(head, bytes, at: .nanoseconds(nanoseconds))
  }

  package func stallsBody(
    _ head: RequestHead, _ bytes: Span<UInt8>, from source: RequestSource
  ) -> Bool {
    let time = nanoseconds
    guard let action = engine.stall(head, bytes, at: .nanoseconds(time)) else { return false }
    note(action, .wire([.silence]), head, bytes, body: nil, from: source, at: time)
    return true
  }

  private func fault(
    _ decision: FaultDecision, _ interaction: Int?, _ head: RequestHead, _ bytes: Span<UInt8>
  ) -> Reply {
    let answer =
      interaction.map { response($0) }
      ?? RenderedResponse(ResponseImage(status: 200, fields: program.extraFields, body: []))
    return .wire(
      strike(
        decision, answer, isHead: RequestHeadParser.equals(bytes, head.method, "head"),
        closes: !head.keepsAlive))
  }

  /// What is done with the connection when a fault befalls an answer.
  func strike(
    _ decision: FaultDecision, _ rendered: RenderedResponse, isHead: Bool, closes: Bool
  ) -> [WireStep] {
    var rendered = rendered
    if let response = decision.replacement(now: WallClock.now().components.seconds) {
      rendered = RenderedResponse(ResponseImage(response, adding: program.extraFields))
    }
    let answer = HTTPAnswer(
      Array(rendered.buffer.readableBytesView), headLength: rendered.headLength,
      isHead: isHead, closes: closes)
    return decision.strike(answer)
  }
}
