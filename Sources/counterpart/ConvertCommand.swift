import ArgumentParser
import ContractFiles
import ContractModel
import ContractStore
import MockServer
import StubConversion
import StubModel

/// `counterpart convert`
struct ConvertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "Make a contract out of WireMock stub mappings, and say what is lost.",
    discussion: """
      Writes a Pact file of version 4, by default to standard output. What a contract cannot say is told on \
      standard error as file:line:column, with a summary.

      Example: counterpart convert mappings --consumer web-shop --provider order-service --output pacts
      """)

  @Argument(help: "Files with stub mappings, and folders of them.", completion: .file())
  var paths: [String]

  @Option(help: ArgumentHelp("The name of the party that calls.", valueName: "name"))
  var consumer: String

  @Option(help: ArgumentHelp("The name of the party that answers.", valueName: "name"))
  var provider: String

  @Option(
    help: ArgumentHelp("The folder to write CONSUMER-PROVIDER.json to.", valueName: "dir"),
    completion: .directory)
  var output: String?

  @Flag(help: "Overwrite the file when it is there.")
  var replace = false

  @Flag(help: "Ask for the very values of the stubs' answers, not only for their types.")
  var exact = false

  @Flag(help: "End with 1 when anything is lost.")
  var strict = false

  @Flag(help: "Read stubs as WireMock does, even where that is surprising.")
  var wiremockCompatible = false

  mutating func validate() throws {
    while let folder = output, folder.count > 1, folder.hasSuffix("/") {
      output = String(folder.dropLast())
    }
    for (name, value) in [("consumer", consumer), ("provider", provider)] where value.isEmpty {
      throw ValidationError("--\(name) is empty: name the party")
    }
    if replace, output == nil {
      throw ValidationError("--replace goes with --output, the folder of the file")
    }
    guard let output, !replace else { return }
    let file = ContractFolder(output).file(consumer: consumer, provider: provider)
    guard FileSystem.kind(of: file) == .missing else {
      throw ValidationError("'\(file)' is there already; --replace overwrites it")
    }
  }

  func run() throws {
    Terminal.ignoreBrokenPipes()
    var sources = StubSources(dialect: wiremockCompatible ? .compatible : .strict)
    for path in paths { sources.load(path) }
    guard !sources.mappings.isEmpty else {
      if let code = sources.exitCode { throw code }
      Terminal.log("error: there is no stub mapping in \(paths.joined(separator: ", "))")
      throw ExitCode.badContract
    }
    var converter = StubConverter(
      consumer: consumer, provider: provider, isExact: exact, sources.dialect,
      readFile: sources.bodyFile)
    let conversion = converter.convert(sources.mappings)
    for diagnostic in conversion.diagnostics { Terminal.log(diagnostic.description) }
    try write(conversion.contract)
    Terminal.log(conversion.summary)
    if conversion.hasErrors { throw ExitCode.badContract }
    if let code = sources.exitCode { throw code }
    if strict, conversion.hasLosses || sources.hasOthers { throw ExitCode.broken }
  }

  private func write(_ contract: Contract) throws {
    do {
      guard let output else {
        Terminal.print(bytes: try PactWriter(specification: .v4).bytes(contract))
        return
      }
      Terminal.log(try ContractFolder(output).write(contract, replaces: replace))
    } catch let error as StoreError {
      Terminal.log("error: \(error)")
      throw ExitCode.inputOutput
    } catch let error as Diagnostic {
      Terminal.log(error.description)
      throw ExitCode.badContract
    }
  }
}
