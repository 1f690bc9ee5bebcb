import ArgumentParser
import ContractMatching
import ContractModel
import ContractStore
import MockEngine
import StubModel

/// `counterpart lint`
struct LintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Check contract files, stub mappings and fault scripts without running anything.",
    discussion: """
      Prints what is wrong as file:line:column, and ends with 65 when something cannot be used. \
      Warnings alone end with 0.

      Example: counterpart lint contracts mocks
      """)

  @Argument(help: "Files, and folders of them. (default: contracts)", completion: .file())
  var paths: [String] = []

  func run() throws {
    Terminal.ignoreBrokenPipes()
    let files = ContractLoader.load(paths.isEmpty ? ["contracts"] : paths)
    for failure in files.failures { Terminal.log("error: \(failure)") }
    var diagnostics = files.diagnostics
    var compiler = MockCompiler(MockOptions())
    for file in files.contracts {
      compiler.add(file.contract)
      let version = file.contract.specification
      diagnostics += file.contract.interactions.flatMap {
        InteractionReview(of: $0, version).diagnostics
      }
    }
    compiler.warnOfTwins()
    for file in files.stubs { compiler.add(file.mappings) }
    compiler.warnOfUnreachableStubs()
    diagnostics += compiler.diagnostics
    diagnostics += files.repeatedFaultTargets
    if !files.contracts.isEmpty || !files.stubs.isEmpty {
      let names =
        files.contracts.flatMap { $0.contract.interactions.map(\.description) }
        + compiler.mappings.map(\.title)
      diagnostics += files.unknownFaultTargets(names)
    }
    for diagnostic in Self.sorted(diagnostics) { Terminal.print(diagnostic.description) }
    try summarise(files, diagnostics)
  }

  private static func sorted(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    diagnostics.enumerated().sorted { left, right in
      let (first, second) = (left.element, right.element)
      if first.file != second.file { return (first.file ?? "") < (second.file ?? "") }
      if let place = first.position, let other = second.position, place != other {
        return place < other
      }
      return left.offset < right.offset
    }.map(\.element)
  }

  private func summarise(_ files: LoadedFiles, _ diagnostics: [Diagnostic]) throws {
    func plural(_ count: Int, _ noun: String) -> String {
      "\(count) \(noun)\(count == 1 ? "" : "s")"
    }
    let interactions = files.contracts.reduce(0) { $0 + $1.contract.interactions.count }
    let stubs = files.stubs.reduce(0) { $0 + $1.mappings.count }
    let stubText = stubs == 0 ? "" : " \(plural(stubs, "stub")),"
    let scripts = files.faults.reduce(0) { $0 + $1.scripts.count }
    let errors = diagnostics.count { $0.severity == .error }
    let warnings = diagnostics.count - errors
    Terminal.print(
      "\(plural(interactions, "interaction")),\(stubText) \(plural(scripts, "fault script")):"
        + " \(plural(errors, "error")), \(plural(warnings, "warning"))")
    if errors > 0 { throw ExitCode.badContract }
    if let code = files.exitCode { throw code }
  }
}
