import ArgumentParser
import ClientRehearsal
import ContractFiles
import ContractModel
import ContractReports
import ContractStore
import FaultModel
import MockServer

/// `counterpart rehearse client`
struct RehearseClientCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "client",
    abstract: "Run a client against a mock with faults, and judge it by a resilience contract.",
    discussion: """
      The client finds the mock where {url} stands in its arguments, and in COUNTERPART_URL. Ends with \
      1 when a rule does not hold.

      Example: counterpart rehearse client resilience.json -- ./web-shop {url}
      """)

  @Argument(help: "The resilience contract.", completion: .file(extensions: ["json"]))
  var file: String

  @Argument(parsing: .postTerminator, help: "The client and its arguments, behind '--'.")
  var command: [String] = []

  @Option(help: "How long the client may run before it is ended with its children.")
  var timeLimit = DurationOption(.seconds(60))

  @Option(
    help:
      "Decides what fault scripts leave to chance. (default: that of the file, or a random number)")
  var seed: UInt64?

  @Option(help: "Also write the verdict as JSON to this file.", completion: .file())
  var json: String?

  @Option(help: "Also write the verdict as JUnit XML to this file.", completion: .file())
  var junit: String?

  @Option(help: "When the text is coloured.")
  var color = ColorOption.auto

  func validate() throws {
    if command.isEmpty {
      throw ValidationError("expected the client behind '--', e.g. -- ./web-shop {url}")
    }
    if timeLimit.duration <= .zero { throw ValidationError("--time-limit: expected more than 0") }
  }

  func run() async throws {
    Terminal.ignoreBrokenPipes()
    let rehearsal = try read()
    let files = LoadedFiles.loadTelling(
      rehearsal.contracts.map(path) + rehearsal.faultFiles.map(path))
    if let code = files.exitCode { throw code }
    let contracts = files.contracts.map(\.contract)
    try check(files, rehearsal, contracts)
    let seed = seed ?? rehearsal.seed ?? UInt64.random(in: 0..<1 << 32)
    let scripts = rehearsal.faults + files.faults.flatMap(\.scripts)
    let interruption = await Interruption()
    let client = ClientRun(
      words: command, limit: timeLimit.duration, shouldStop: { interruption.exitCode != nil })
    try client.check()
    let mock = try await RehearsalMock(contracts, scripts.map(seeded), seed: seed)
    let startedAt = WallClock.now() / .seconds(1)
    let outcome = try await client.run(["url": mock.server.url])
    let attempts = await mock.attempts()
    await mock.server.stop()
    if outcome.isStopped, let code = interruption.exitCode { throw ExitCode(code) }
    var verdict = RehearsalJudge(attempts, by: rehearsal.expectations).verdict(
      on: rehearsal.client, outcome.end, after: outcome.duration, seed: seed)
    verdict.startedAt = startedAt
    verdict.output = outcome.output
    try report(verdict)
  }

  private func read() throws -> ResilienceFile {
    do {
      return try ResilienceFile(reading: try FileSystem.read(file), file: file)
    } catch let error as StoreError {
      Terminal.log("error: \(error)")
      throw error.kind == .missing ? ExitCode.missingFile : ExitCode.inputOutput
    } catch let error as Diagnostic {
      Terminal.log(error.description)
      throw ExitCode.badContract
    }
  }

  /// Refuses fault scripts that would never be played.
  private func check(
    _ files: LoadedFiles, _ rehearsal: ResilienceFile, _ contracts: [Contract]
  ) throws {
    let names = contracts.flatMap { $0.interactions.map(\.description) }
    var all = files
    all.add(rehearsal.faults, from: file)
    let wrong = all.unknownFaultTargets(names) + all.repeatedFaultTargets
    for diagnostic in wrong { Terminal.log(diagnostic.description) }
    if !wrong.isEmpty { throw ExitCode.badContract }
  }

  /// A seed that was given comes before those of files.
  private func seeded(_ script: FaultScript) -> FaultScript {
    var script = script
    if seed != nil { script.seed = nil }
    return script
  }

  /// A path of the file, which is relative to it.
  private func path(_ path: String) -> String {
    guard !path.hasPrefix("/"), let slash = file.lastIndex(of: "/") else { return path }
    return file[...slash] + path
  }

  private func report(_ verdict: RehearsalVerdict) throws {
    Terminal.print(bytes: Array(RehearsalText(verdict, color: color.isOn).text().utf8))
    Terminal.log("seed \(verdict.seed)")
    var isWritten = true
    if let json { isWritten = RehearsalReports.write(RehearsalJSON(verdict).bytes(), to: json) }
    if let junit {
      isWritten =
        RehearsalReports.write(to: junit) { () throws(ReportError) in
          try RehearsalJUnit(verdict).bytes(hostname: Terminal.hostname)
        } && isWritten
    }
    if !isWritten { throw ExitCode.inputOutput }
    if !verdict.holds { throw ExitCode(1) }
  }
}
