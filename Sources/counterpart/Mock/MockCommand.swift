import ArgumentParser
import ContractModel
import ContractStore
import FaultModel
import MockEngine
import MockServer
import StubModel
import UnixSignals

/// `counterpart mock`
struct MockCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mock",
    abstract: "Play the provider of contracts.",
    discussion: """
      Answers each request with the response of the interaction that accepts it; of several the one \
      that demands most, then the first in file order. Any other request gets the nearest interactions \
      and every difference. Fault scripts among the files befall the interactions that they name.

      Example: counterpart mock contracts mocks --port 8080
      """)

  @Argument(help: "Contract files, fault scripts, and folders of them.", completion: .file())
  var paths: [String] = []

  @Option(help: "The address to listen on.")
  var host = "127.0.0.1"

  @Option(help: "The port to listen on; 0 picks a free one.")
  var port = 0

  @Option(help: "Also open the admin API of Pact's mock server on this port; 0 picks a free one.")
  var controlPort: Int?

  @Option(
    help: "The folder that the control API writes verified contracts to.", completion: .directory)
  var output = "."

  @Option(
    help: """
      The status for a request that no interaction accepts. (default: 500, or 404 with stubs alone)
      """)
  var unmatchedStatus: Int?

  @Option(
    name: .customLong("state"),
    help: "A provider state whose interactions come first (repeatable).")
  var states: [String] = []

  @Option(
    help: ArgumentHelp(
      "The most bytes of requests that the journal keeps, e.g. 16MB; 0 switches it off.",
      valueName: "size"))
  var journal = JournalOption(bytes: 16_000_000)

  @Flag(help: "Let stubs behave as WireMock's do, even where that is surprising.")
  var wiremockCompatible = false

  @Option(
    name: .customLong("admin-host"),
    help: "A name besides localhost by which the admin API may be reached (repeatable).")
  var adminHosts: [String] = []

  @Option(
    help: """
      Calls of the admin API have to carry the first line of this file as 'Authorization: Bearer'; needed when the mock listens \
      beyond this machine.
      """, completion: .file())
  var adminTokenFile: String?

  @Option(
    help: """
      Write when the mock ends which interactions were asked for, which requests none accepted, and which faults fired, as JUnit XML.
      """, completion: .file())
  var junit: String?

  @Flag(
    help: """
      Load the files again whenever they change, all at once; when something is wrong with them, what was played before is played on.
      """)
  var watch = false

  @Flag(help: "Let a request ask for a fault by the header X-Counterpart-Fault.")
  var faultHeader = false

  @OptionGroup var forwarding: ForwardOptions

  @OptionGroup var security: TLSOptions

  @OptionGroup var sharing: SharingOptions

  @OptionGroup var service: ServiceOptions

  @OptionGroup var log: LogOptions

  @Option(
    help: """
      Decides random values of responses, and what fault scripts leave to chance instead of the seeds of their files. (default: a \
      random number)
      """)
  var seed: UInt64?

  func validate() throws {
    for number in [port, controlPort ?? 0] where !(0...65_535).contains(number) {
      throw ValidationError("\(number) is no port, expected 0 to 65535")
    }
    if let unmatchedStatus, !(200...599).contains(unmatchedStatus) {
      throw ValidationError("--unmatched-status \(unmatchedStatus): expected 200 to 599")
    }
    guard !watch || !paths.isEmpty else {
      throw ValidationError("--watch needs a PATH whose files it can watch")
    }
    guard !watch || controlPort == nil else {
      throw ValidationError(
        "--watch does not go with --control-port, whose contracts do not change")
    }
  }

  func run() async throws {
    Terminal.ignoreBrokenPipes()
    let signals = await UnixSignalsSequence(trapping: .sigterm, .sigint)
    let options = MockOptions(
      unmatchedStatus: unmatchedStatus, states: states,
      seed: seed ?? UInt64.random(in: 0..<1 << 32), allowsCrossOrigin: service.cors,
      allowsFaultHeader: faultHeader, journalLimit: journal.bytes,
      isWireMockCompatible: wiremockCompatible,
      allowedTargets: forwarding.allowedTargets.map(\.target))
    let admin = AdminAccess(token: try adminTokenFile.map(TokenFile.read), hosts: adminHosts)
    let sources = MockSources(
      paths: paths, options: options, overridesSeeds: seed != nil,
      keepsContracts: controlPort != nil, scripts: security.scripts)
    // Before loading: a change meanwhile is then noticed.
    let snapshot = watch ? FileSnapshot(of: paths) : nil
    let loaded = try sources.load()
    let (compiler, faults) = (loaded.compiler, loaded.faults)
    let generates = compiler.interactions.contains { $0.generator != nil }
    let seeds = Set(
      faults.map { $0.seed ?? options.seed } + (generates || faultHeader ? [options.seed] : [])
    )
    .sorted()
    if !seeds.isEmpty { Terminal.log("seed \(seeds.map(String.init).joined(separator: ", "))") }
    do {
      try await serve(sources, loaded, snapshot, admin, until: signals)
    } catch let error as MockServerError {
      Terminal.log("error: \(error)")
      throw ExitCode(error)
    }
  }

  private func serve(
    _ sources: MockSources, _ loaded: MockSources.Loaded, _ snapshot: FileSnapshot?,
    _ admin: AdminAccess, until signals: UnixSignalsSequence
  ) async throws {
    let tls = try security.setup(host: host)
    let server = try await MockServer.start(
      loaded.compiler, faults: loaded.faults, options: sources.options, host: host, port: port,
      connectionLimit: service.maxConnections, admin: admin,
      forwardingTo: try forwarding.target(), limits: forwarding.limits, tls: tls,
      sessions: sharing.options,
      observation: MockObservation(logger: log.logger))
    var control: ControlServer?
    if let controlPort {
      let started = try await ControlServer.start(
        host: host, port: controlPort, output: output, options: sources.options, tls: tls)
      if !loaded.contracts.isEmpty {
        await started.register(server, playing: loaded.contracts)
      }
      control = started
    }
    do { try security.tell(server) } catch {
      await control?.stop()
      await server.stop()
      throw error
    }
    Terminal.print("mock listening on \(server.url)")
    if let control { Terminal.print("control listening on http://\(urlHost):\(control.port)") }
    Terminal.print("ready")
    let watch = snapshot.map {
      MockWatch(sources: sources, server: server, faults: loaded.faults, snapshot: $0)
    }
    let isWritten = await end(of: server, watch, signals)
    await control?.stop()
    if !isWritten { throw ExitCode.inputOutput }
  }

  /// Waits for a signal, or for the admin API to ask for the end; then writes the verdict and stops.
  ///
  /// - Returns: whether the verdict could be written.
  private func end(
    of server: MockServer, _ watch: MockWatch?, _ signals: UnixSignalsSequence
  ) async -> Bool {
    let watching = Task { await watch?.run() }
    return await withTaskGroup(of: Void.self) { group in
      group.addTask { for await _ in signals { break } }
      group.addTask { await server.waitForShutdown() }
      await group.next()
      watching.cancel()
      let isWritten =
        if let junit { MockReport.write(await server.result(), to: junit) } else { true }
      await server.stop()
      group.cancelAll()
      return isWritten
    }
  }

  private var urlHost: String { host.contains(":") ? "[\(host)]" : host }
}
