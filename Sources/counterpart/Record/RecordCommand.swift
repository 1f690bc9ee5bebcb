import ArgumentParser
import ContractFiles
import ContractStore
import MockEngine
import MockServer
import UnixSignals

/// `counterpart record`
struct RecordCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "record",
    abstract: "Record what a real service answers, as a contract or as stubs.",
    discussion: """
      Passes every request on to the service and its answer back. When it is ended, by Ctrl-C or SIGTERM, it \
      writes what was asked and answered: a Pact file, with types inferred into matching rules, or \
      WireMock mappings. Secrets are redacted and header fields that differ each time are left out.

      Example: counterpart record --upstream https://orders.test --output contracts --consumer web-shop
      """)

  @Option(
    help: ArgumentHelp(
      "The service whose answers are recorded, e.g. https://orders.test/v1.", valueName: "url"))
  var upstream: String

  @Option(help: ArgumentHelp("How long the service may take to answer.", valueName: "time"))
  var upstreamTimeout = DurationOption(.seconds(30))

  @Option(
    help: "Trust the authorities in this file (PEM), besides the system's.", completion: .file())
  var upstreamCa: String?

  @OptionGroup var recording: RecordOptions

  @Option(help: "The address to listen on.")
  var host = "127.0.0.1"

  @Option(help: "The port to listen on; 0 picks a free one.")
  var port = 0

  @Option(
    help: ArgumentHelp("The most bytes of requests and answers that are kept.", valueName: "size"))
  var limit = SizeOption(bytes: 256_000_000)

  func validate() throws {
    let target = try target()
    guard (0...65_535).contains(port) else {
      throw ValidationError("\(port) is no port, expected 0 to 65535")
    }
    guard upstreamTimeout.duration > .zero else {
      throw ValidationError("--upstream-timeout has to be above 0")
    }
    guard upstreamCa == nil || target.isSecure else {
      throw ValidationError("--upstream-ca goes with --upstream https://...")
    }
  }

  private func target() throws -> ForwardTarget {
    do throws(ForwardError) {
      return try ForwardTarget(url: upstream)
    } catch {
      throw ValidationError("--upstream \(error)")
    }
  }

  func run() async throws {
    Terminal.ignoreBrokenPipes()
    let signals = await UnixSignalsSequence(trapping: .sigterm, .sigint)
    let target = try target()
    try checkOutput(target)
    do {
      try await record(target, until: signals)
    } catch let error as MockServerError {
      Terminal.log("error: \(error)")
      throw ExitCode(error)
    }
  }

  /// Says before anything is recorded that it could not be written.
  private func checkOutput(_ target: ForwardTarget) throws {
    let names = (try? FileSystem.names(in: "\(recording.output)/mappings")) ?? []
    let old =
      recording.format == .wiremock
      ? names.filter { $0.hasSuffix(".json") }.map { "\(recording.output)/mappings/\($0)" }
      : RecordedFiles.paths(
        consumer: recording.consumer ?? "", provider: recording.provider(target), recording
      ).filter { FileSystem.kind(of: $0) != .missing }
    if let file = old.first, !recording.replace {
      Terminal.log("error: '\(file)' is there already: name another --output, or say --replace")
      throw ExitCode.inputOutput
    }
    do throws(StoreError) {
      try FileSystem.createFolder(recording.output)
    } catch {
      Terminal.log("error: \(error)")
      throw ExitCode.inputOutput
    }
  }

  private func record(
    _ target: ForwardTarget, until signals: UnixSignalsSequence
  ) async throws {
    let options = MockOptions(journalLimit: limit.bytes)
    var limits = ForwardLimits(timeout: upstreamTimeout.duration)
    limits.authorities = upstreamCa
    let server = try await MockServer.start(
      MockCompiler(options), faults: [], options: options, host: host, port: port,
      forwardingTo: target, limits: limits, isRecorder: true, sessions: SessionOptions(limit: 0))
    Terminal.print("recorder listening on \(server.url)")
    Terminal.print("ready")
    let exchanges = await withTaskGroup { group in
      group.addTask { for await _ in signals { break } }
      group.addTask { await server.waitForShutdown() }
      await group.next()
      let exchanges = await server.exchanges()
      // Only this ends the wait for the shutdown.
      await server.stop()
      group.cancelAll()
      return exchanges
    }
    try write(exchanges.kept, target)
    if exchanges.forgotten > 0 {
      Terminal.log(
        "error: the first \(exchanges.forgotten) requests are not in the recording, since more than"
          + " --limit came")
      throw ExitCode.inputOutput
    }
  }

  private func write(_ exchanges: [ProxiedExchange], _ target: ForwardTarget) throws {
    guard !exchanges.isEmpty else {
      return Terminal.log("nothing was recorded, so nothing was written")
    }
    do {
      let files =
        recording.format == .wiremock
        ? RecordedFiles(stubs: exchanges, recording)
        : try RecordedFiles(
          exchanges, consumer: recording.consumer ?? "", provider: recording.provider(target),
          recording)
      for remark in files.remarks { Terminal.log("warning: \(remark)") }
      try files.write()
      Terminal.print("recorded \(files.summary)")
    } catch let error as StoreError {
      Terminal.log("error: \(error)")
      throw ExitCode.inputOutput
    }
  }
}
