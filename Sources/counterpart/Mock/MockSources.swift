import ArgumentParser
import ContractModel
import ContractStore
import FaultModel
import MockEngine
import StubModel

/// The files that a mock plays; they can be loaded again when they changed.
struct MockSources: Sendable {
  /// What was loaded and can be played.
  struct Loaded: Sendable {
    /// What is played.
    var compiler: MockCompiler
    /// The fault scripts of the files.
    var faults: [FaultScript] = []
    /// The contracts, where they are kept.
    var contracts: [Contract] = []

    /// What was loaded, in words.
    var summary: String {
      func count(_ number: Int, _ name: String) -> String {
        "\(number) \(name)\(number == 1 ? "" : "s")"
      }
      return [
        count(compiler.interactions.count, "interaction"), count(compiler.mappings.count, "stub"),
        count(faults.count, "fault script"),
      ].joined(separator: ", ")
    }
  }

  /// Files and folders.
  let paths: [String]
  /// How the mock answers.
  let options: MockOptions
  /// Whether the seeds of fault scripts give way to that of the options.
  let overridesSeeds: Bool
  /// Whether the contracts are kept, which only the control API needs.
  let keepsContracts: Bool
  /// Fault scripts that do not come from files.
  let scripts: [FaultScript]

  /// Loads and compiles, and tells on standard error what is wrong.
  ///
  /// - Throws: the exit code for what is wrong, if anything is.
  func load() throws(ExitCode) -> Loaded {
    var (files, compiler, unplayed) = read()
    if let code = files.exitCode { throw code }
    compiler.warnOfTwins()
    for file in files.stubs { compiler.add(file.mappings) }
    compiler.stubFolder = files.stubFolder
    compiler.warnOfUnreachableStubs()
    for diagnostic in compiler.diagnostics { Terminal.log(diagnostic.description) }
    if compiler.hasStubErrors { throw .badContract }
    let names =
      unplayed + compiler.interactions.map(\.description) + compiler.mappings.map(\.title)
    try check(files, names)
    return Loaded(
      compiler: compiler, faults: faults(of: files), contracts: files.contracts.map(\.contract))
  }

  /// Refuses fault scripts that would never be played.
  private func check(_ files: LoadedFiles, _ names: [String]) throws(ExitCode) {
    guard !files.faults.isEmpty else { return }
    if let other = files.faults.flatMap(\.scripts).first(where: { $0.target == .connections }),
      !scripts.isEmpty
    {
      Terminal.log(
        "error: the fault script '\(other.name)' befalls connections, as --tls-fault does")
      throw .badContract
    }
    let wrong = files.unknownFaultTargets(names) + files.repeatedFaultTargets
    for diagnostic in wrong { Terminal.log(diagnostic.description) }
    if !wrong.isEmpty { throw .badContract }
  }

  /// The fault scripts; a seed that was given comes before those of their files.
  private func faults(of files: LoadedFiles) -> [FaultScript] {
    files.faults.flatMap(\.scripts).map { script in
      var script = script
      if overridesSeeds { script.seed = nil }
      return script
    } + scripts
  }

  /// Reads the files and compiles their interactions; the contracts themselves are only kept where
  /// that is wanted.
  ///
  /// - Returns: the files, what is played, and the descriptions of the interactions that are not.
  private func read() -> (LoadedFiles, MockCompiler, [String]) {
    var compiler = MockCompiler(options)
    if keepsContracts {
      let files = LoadedFiles.loadTelling(paths, dialect: options.stubDialect)
      for file in files.contracts { compiler.add(file.contract) }
      return (
        files, compiler, files.contracts.flatMap { $0.contract.interactions.map(\.description) }
      )
    }
    var unplayed: [String] = []
    let files = LoadedFiles.loadTelling(
      paths, dialect: options.stubDialect
    ) { interaction, contract in
      let count = compiler.interactions.count
      compiler.add(interaction, of: contract)
      if compiler.interactions.count == count { unplayed.append(interaction.description) }
    }
    return (files, compiler, unplayed)
  }
}
