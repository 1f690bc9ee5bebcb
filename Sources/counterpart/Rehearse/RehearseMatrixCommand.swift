import ArgumentParser
import ContractModel
import ContractReports
import ContractStore
import FaultModel
import MockServer

/// `counterpart rehearse matrix`
struct RehearseMatrixCommand: AsyncParsableCommand {
  /// The faults that are taken where none is named.
  private static let usual = [
    "status,status=503", "status,status=500", "latency,latency=2000", "empty_reply", "reset_peer",
    "cut_body,bytes=1", "garbage_status_line", "silence",
  ]

  static let configuration = CommandConfiguration(
    commandName: "matrix",
    abstract: "Run a client once for each interaction and fault, and tell how it coped.",
    discussion: """
      A fault befalls the first request to the interaction. The client finds the mock where {url} stands \
      in its arguments; {interaction}, {method} and {path} tell which interaction has the fault. Ends with 1 \
      when the client broke or hung.

      Example: counterpart rehearse matrix contracts --fault reset_peer -- ./web-shop {url}
      """)

  @Argument(help: "A contract file, or a folder of them.", completion: .file())
  var path: String

  @Argument(parsing: .postTerminator, help: "The client and its arguments, behind '--'.")
  var command: [String] = []

  @Option(
    name: .customLong("fault"),
    help: "A fault as TYPE[,KEY=VALUE]… (repeatable). (default: eight usual ones)")
  var faults: [String] = []

  @Option(help: "How many requests to the interaction are befallen: a number, or forever.")
  var times = "1"

  @Option(help: "How long the client may run before it counts as hung.")
  var timeLimit = DurationOption(.seconds(10))

  @Option(help: "How much later than without a fault the client may end and still tolerate it.")
  var slower = DurationOption(.seconds(1))

  @Option(help: "Decides what faults leave to chance. (default: a random number)")
  var seed: UInt64?

  @Option(help: "Also write the table as JSON to this file.", completion: .file())
  var json: String?

  @Option(help: "Also write the table as a page to this file.", completion: .file())
  var html: String?

  @Option(help: "Also write the table as JUnit XML to this file.", completion: .file())
  var junit: String?

  @Option(help: "When the text is coloured.")
  var color = ColorOption.auto

  func validate() throws {
    if command.isEmpty {
      throw ValidationError("expected the client behind '--', e.g. -- ./web-shop {url}")
    }
    if timeLimit.duration <= .zero { throw ValidationError("--time-limit: expected more than 0") }
    if times != "forever", Int(times).map({ $0 > 0 }) != true {
      throw ValidationError("--times '\(times)': expected a number of at least 1, or forever")
    }
    _ = try kinds()
  }

  private func kinds() throws -> [(text: String, fault: HTTPFault)] {
    try (faults.isEmpty ? Self.usual : faults).map { text in
      do throws(FaultError) {
        return (text, try HTTPFault(text: text))
      } catch {
        throw ValidationError("--fault \(text): \(error)")
      }
    }
  }

  func run() async throws {
    Terminal.ignoreBrokenPipes()
    let files = LoadedFiles.loadTelling([path])
    if let code = files.exitCode { throw code }
    let contracts = files.contracts.map(\.contract)
    let interactions = contracts.flatMap(\.interactions).filter(\.isHTTP)
    if interactions.isEmpty {
      Terminal.log("error: there is no HTTP interaction to rehearse")
      throw ExitCode.badContract
    }
    let interruption = await Interruption()
    let client = ClientRun(
      words: command, limit: timeLimit.duration, shouldStop: { interruption.exitCode != nil })
    try client.check()
    let rehearsal = MatrixRehearsal(
      contracts: contracts, client: client,
      rounds: times == "forever" ? nil : Int(times) ?? 1, slower: slower.duration,
      seed: seed ?? UInt64.random(in: 0..<1 << 32), interruption: interruption)
    try report(try await rehearsal.run(interactions, under: try kinds(), command: command))
  }

  private func report(_ matrix: RehearsalMatrix) throws {
    Terminal.print(bytes: Array(MatrixText(matrix, color: color.isOn).text().utf8))
    Terminal.log("seed \(matrix.seed)")
    var isWritten = true
    if let json { isWritten = RehearsalReports.write(MatrixJSON(matrix).bytes(), to: json) }
    if let html {
      isWritten = RehearsalReports.write(MatrixHTML(matrix).bytes(), to: html) && isWritten
    }
    if let junit {
      isWritten =
        RehearsalReports.write(to: junit) { () throws(ReportError) in
          try MatrixJUnit(matrix).bytes(hostname: Terminal.hostname)
        } && isWritten
    }
    if !isWritten { throw ExitCode.inputOutput }
    if !matrix.holds { throw ExitCode(1) }
  }
}

extension Interaction {
  fileprivate var isHTTP: Bool { if case .http = content { true } else { false } }
}
