import ArgumentParser
import ContractFiles
import ContractModel
import ContractReports
import ContractStore
import JSONText
import PactBroker

/// `counterpart summary`
struct SummaryCommand: AsyncParsableCommand {
  /// How the summary is written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, markdown, html, json, svg, mermaid
  }

  static let configuration = CommandConfiguration(
    commandName: "summary",
    abstract: "Sum up who depends on whom, what is not covered, and what can be rolled back to.",
    discussion: """
      Reads contracts and the JSON reports of earlier verifications, or a Pact Broker's pacts and its \
      matrix. Missing results are told of, never taken for good ones.

      Example: counterpart summary contracts --results report.json --format html --output summary.html
      """)

  @Argument(
    help: "Contract files and folders of them. (default: the broker's, or contracts)",
    completion: .file())
  var paths: [String] = []

  @Option(
    name: .customLong("results"),
    help: "A JSON report that verify wrote (repeatable).", completion: .file(extensions: ["json"]))
  var results: [String] = []

  @OptionGroup var broker: BrokerAccessOptions

  @Option(help: "How the summary is written; svg and mermaid are the data flow alone.")
  var format = Format.text

  @Option(help: "Write it to this file instead of printing it.", completion: .file())
  var output: String?

  func validate() throws {
    if try broker.broker == nil, let need = broker.needs.first(where: \.isGiven) {
      throw ValidationError("\(need.option): needs --broker-url")
    }
  }

  func run() async throws {
    Terminal.ignoreBrokenPipes()
    let address = try broker.broker
    var files = LoadedFiles.loadTelling(
      paths.isEmpty ? address == nil ? ["contracts"] : [] : paths)
    var runs = try results.map(read)
    if let address {
      let matrix = try await matrix(address, about: paths.isEmpty ? nil : files)
      for (file, url) in matrix.files where paths.isEmpty || file.content == nil {
        add(file, from: url, to: &files)
      }
      runs += try matrix.runs
    }
    if files.contracts.isEmpty {
      if let code = files.exitCode { throw code }
      Terminal.log("error: there is no contract to sum up")
      throw ExitCode.badContract
    }
    try write(bytes(IntegrationSummary(files.contracts.map(\.contract), runs)))
    if let code = files.exitCode { throw code }
  }

  private func matrix(
    _ address: BrokerAddress, about files: LoadedFiles?
  ) async throws -> BrokerMatrix {
    let connection = try BrokerConnection(broker, await Interruption())
    return try await BrokerMatrix(connection, at: address, about: files?.contracts.map(\.contract))
  }

  private func add(_ file: ContractFile, from url: String, to files: inout LoadedFiles) {
    for diagnostic in file.diagnostics { Terminal.log(diagnostic.description) }
    files.add(file, from: url)
  }

  private func read(_ path: String) throws -> SummaryRun {
    let json = try BareFile.read(path)
    do throws(Diagnostic) {
      return try SummaryRun(json, file: path)
    } catch {
      Terminal.log(error.description)
      throw ExitCode.badContract
    }
  }

  private func bytes(_ summary: IntegrationSummary) -> [UInt8] {
    switch format {
    case .text: Array(SummaryText(summary).text().utf8)
    case .markdown: Array(SummaryMarkdown(summary).text().utf8)
    case .html: SummaryHTML(summary).bytes()
    case .json: SummaryJSON(summary).bytes()
    case .svg: SummarySVG(summary).bytes()
    case .mermaid: Array(SummaryMermaid(summary).text().utf8)
    }
  }

  private func write(_ bytes: [UInt8]) throws {
    guard let output else { return Terminal.print(bytes: bytes) }
    do throws(StoreError) {
      try FileSystem.write(bytes, to: output)
    } catch {
      Terminal.log("error: \(error)")
      throw ExitCode.inputOutput
    }
  }
}
