package import ContractFiles
public import ContractModel
public import CoreMetrics
public import FaultModel
public import Logging
public import MockEngine
public import NIOCore
import NIOPosix

/// A server that plays the provider of contracts.
///
/// It listens on the loopback address and a free port unless told otherwise, answers each request with
/// the response of the interaction that accepts it, and tells the nearest ones when there is none.
public final class MockServer: Sendable {
  /// The host that is listened on.
  public let host: String
  /// The scheme of the URLs of the mock, `http` or `https`.
  package let scheme: String
  private let listener: HTTPListener
  private let sessions: NIOLoopBound<MockSessions>
  private let tls: TLSSetup?
  package let service: NIOLoopBound<MockService>
  let loop: any EventLoop
  /// The certificate in PEM form of the authority that was made on the spot, by which clients can
  /// trust the mock; `nil` when none was made.
  public let certificateAuthority: String?
  /// What of the contracts cannot be played, and what should be known.
  public let diagnostics: [Diagnostic]

  /// The largest body that is accepted, unless told otherwise: 64 MB.
  public static let defaultBodyLimit: Int = 64 * 1_024 * 1_024

  /// The most connections that are open at a time, unless told otherwise.
  public static let defaultConnectionLimit: Int = 20_000

  private init(
    host: String, _ listener: HTTPListener, _ service: NIOLoopBound<MockService>,
    _ sessions: NIOLoopBound<MockSessions>, _ loop: any EventLoop, _ diagnostics: [Diagnostic],
    _ tls: TLSSetup?
  ) {
    self.sessions = sessions
    self.tls = tls
    scheme = tls == nil ? "http" : "https"
    certificateAuthority = tls?.authority
    self.host = host
    self.listener = listener
    self.service = service
    self.loop = loop
    self.diagnostics = diagnostics
  }

  /// Starts a server.
  ///
  /// - Parameters:
  ///   - contracts: the contracts that are played, in order.
  ///   - faults: the fault scripts.
  ///   - options: how the mock answers.
  ///   - host: the address to listen on.
  ///   - port: the port to listen on; 0 picks a free one.
  ///   - bodyLimit: the largest body that is accepted, in bytes.
  ///   - connectionLimit: the most connections that are open at a time.
  ///   - admin: who may use the admin API, `/__admin`.
  ///   - target: the provider that requests go to which no interaction accepts.
  ///   - tls: how TLS is served; `nil` for not at all.
  ///   - sessions: how many sessions there may be, and for how long.
  ///   - metrics: what metrics go to; `nil` for `/__admin/metrics`.
  ///   - logger: what events are told to; `nil` for nobody.
  ///   - group: the event loops of which one serves all connections; `nil` for the process's own.
  /// - Throws: ``MockServerError`` when the address cannot be listened on, the host of the provider
  ///   is not known, or a file of certificates cannot be used.
  public static func start(
    playing contracts: [Contract], faults: [FaultScript] = [], options: MockOptions = MockOptions(),
    host: String = "127.0.0.1", port: Int = 0, bodyLimit: Int = MockServer.defaultBodyLimit,
    connectionLimit: Int = MockServer.defaultConnectionLimit,
    admin: AdminAccess = AdminAccess(), forwardingTo target: ForwardTarget? = nil,
    tls: MockTLS? = nil, sessions: SessionOptions = SessionOptions(),
    metrics: (any MetricsFactory)? = nil, logger: Logger? = nil,
    on group: (any EventLoopGroup)? = nil
  ) async throws(MockServerError) -> MockServer {
    var compiler = MockCompiler(options)
    for contract in contracts { compiler.add(contract) }
    compiler.warnOfTwins()
    var setup: TLSSetup?
    if let tls { setup = try TLSSetup(tls, host: host) }
    return try await start(
      compiler, faults: faults, options: options, host: host, port: port, bodyLimit: bodyLimit,
      connectionLimit: connectionLimit, admin: admin, forwardingTo: target, tls: setup,
      sessions: sessions, observation: MockObservation(metrics: metrics, logger: logger), on: group)
  }

  /// Starts a server with what was compiled.
  package static func start(
    _ compiler: MockCompiler, faults: [FaultScript], options: MockOptions, host: String,
    port: Int, bodyLimit: Int = MockServer.defaultBodyLimit,
    connectionLimit: Int = MockServer.defaultConnectionLimit, admin: AdminAccess = AdminAccess(),
    forwardingTo target: ForwardTarget? = nil, limits: ForwardLimits = ForwardLimits(),
    isRecorder: Bool = false, tls: TLSSetup? = nil, sessions: SessionOptions = SessionOptions(),
    observation: MockObservation = MockObservation(),
    on group: (any EventLoopGroup)? = nil
  ) async throws(MockServerError) -> MockServer {
    if let problem = TLSSetup.problem(with: faults, tls) {
      throw MockServerError(.faults, problem.message)
    }
    let loop = (group ?? MultiThreadedEventLoopGroup.singleton).next()
    let (addresses, trust) = try await Self.reach(target, options.allowedTargets, limits)
    let service: NIOLoopBound<MockService>
    let table: NIOLoopBound<MockSessions>
    do {
      (service, table) = try await loop.submit {
        var surroundings = MockSurroundings(observation)
        surroundings.access = admin
        surroundings.tls = tls
        surroundings.target = target
        surroundings.isRecorder = isRecorder
        if !addresses.isEmpty {
          surroundings.forwarders = Forwarders(
            at: addresses, limits: limits, security: trust, on: loop)
        }
        let service = MockService(
          compiler, faults: faults, options: options, with: surroundings, on: loop)
        return (
          NIOLoopBound(service, eventLoop: loop),
          NIOLoopBound(MockSessions(service, sessions), eventLoop: loop)
        )
      }.get()
    } catch {
      throw MockServerError(.listening, host: host, port: port, reason: "\(error)")
    }
    let responder: NIOLoopBound<any RequestResponder>
    let security: NIOLoopBound<any ConnectionSecurity>?
    let gate: ConnectionGate
    do {
      (responder, security, gate) = try await loop.submit {
        let service = service.value
        let security = tls?.security { [unowned service] in service.fault(ofConnection: $0) }
        return (
          NIOLoopBound(table.value as any RequestResponder, eventLoop: loop),
          security.map { NIOLoopBound($0, eventLoop: loop) },
          service.gate(connectionLimit)
        )
      }.get()
    } catch {
      throw MockServerError(.listening, host: host, port: port, reason: "\(error)")
    }
    let listener = try await HTTPListener.listen(
      host: host, port: port, on: loop, bodyLimit: bodyLimit, responder: responder,
      security: security, gate: gate)
    let server = MockServer(
      host: host, listener, service, table, loop, compiler.diagnostics, tls)
    let url = server.url
    let isLocal = ClientAddress(listener.channel.localAddress).isLoopback
    // Generated responses may name the address; nobody knows it before this function returns.
    try? await loop.submit { service.value.begin(at: url, isLocal: isLocal) }.get()
    return server
  }

  /// Looks up, once, the hosts that requests may go to.
  private static func reach(
    _ target: ForwardTarget?, _ allowed: [AllowedTarget], _ limits: ForwardLimits
  ) async throws(MockServerError) -> ([String: SocketAddress], ForwardSecurity) {
    var addresses: [String: SocketAddress] = [:]
    do throws(ForwardError) {
      for allowed in allowed where addresses[allowed.host] == nil {
        addresses[allowed.host] = try await ForwardTarget.address(
          of: allowed.host, port: allowed.port ?? 80, for: "--allow-target")
      }
      if let target { addresses[target.host.lowercased()] = try await target.resolve() }
    } catch {
      throw MockServerError(.forwarding, error.description)
    }
    let isNeeded = target?.isSecure ?? false || !allowed.isEmpty && ForwardSecurity.isThere
    return (addresses, try ForwardSecurity(isNeeded: isNeeded, authorities: limits.authorities))
  }

  /// Whether this build speaks HTTP/2, as it does with the package trait `HTTP2`.
  public static var speaksHTTP2: Bool {
    #if HTTP2
      true
    #else
      false
    #endif
  }

  /// The port that is listened on.
  public var port: Int { listener.port }

  /// The base URL, e.g. `http://127.0.0.1:41234`.
  public var url: String {
    "\(scheme)://\(host.contains(":") ? "[\(host)]" : host):\(port)"
  }

  /// What was requested so far.
  public func verdict() async -> MockVerdict {
    let service = service
    let verdict = try? await loop.submit { MockVerdict(service.value.wholeEngine) }.get()
    return verdict ?? MockVerdict()
  }

  /// The exchanges with the services that requests went to, and how many were forgotten because they took
  /// more bytes than the journal may have.
  package func exchanges() async -> (kept: [ProxiedExchange], forgotten: Int) {
    let service = service
    let exchanges = try? await loop.submit {
      let log = service.value.exchanges
      return (log.exchanges(), log.forgottenCount)
    }.get()
    return exchanges ?? ([], 0)
  }

  /// Plays something else from the next request on, in all sessions as well.
  ///
  /// What came by the admin API stays, and so do the journal, the states of scenarios and the counts of
  /// what is still there.
  ///
  /// - Parameter faults: the fault scripts, which then count from the start; `nil` leaves them alone.
  /// - Throws: ``MockServerError`` when a fault script asks for what the mock cannot do; nothing changes
  ///   then.
  package func play(
    _ compiler: MockCompiler, faults: [FaultScript]?
  ) async throws(MockServerError) {
    if let faults, let problem = TLSSetup.problem(with: faults, tls) {
      throw MockServerError(.faults, problem.message)
    }
    let sessions = sessions
    try? await loop.submit {
      let program = MockProgram(compiler)
      for service in [sessions.value.base] + sessions.value.services {
        service.play(program)
        if let faults { service.setFaults(faults) }
      }
    }.get()
  }

  /// Waits until the admin API asks for the end of the mock, or it is stopped.
  public func waitForShutdown() async {
    let service = service
    let ending = try? await loop.submit { service.value.ending.futureResult }.get()
    try? await ending?.get()
  }

  /// Stops listening and closes all connections.
  public func stop() async {
    let (service, sessions) = (service, sessions)
    try? await loop.submit { service.value.endWaiting() }.get()
    await listener.close()
    try? await loop.submit {
      sessions.value.stop()
      service.value.surroundings.forwarders?.stop()
      service.value.webhooks.stop()
      service.value.waiters.endAll(in: service.value.journal)
    }.get()
  }
}
