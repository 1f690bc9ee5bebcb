import ArgumentParser
import ContractModel
import ContractStore
import FaultModel
import StubModel

extension LoadedFiles {
  /// Loads files and folders, and tells on standard error what is wrong with them.
  ///
  /// - Parameters:
  ///   - dialect: how strictly stub mappings are read.
  ///   - play: takes each interaction, which is then not kept; see
  ///     ``ContractLoader/load(_:playing:dialect:)``.
  static func loadTelling(
    _ paths: [String], dialect: StubDialect = .strict,
    playing play: ((Interaction, Contract) -> Void)? = nil
  ) -> LoadedFiles {
    let files = ContractLoader.load(paths, playing: play, dialect: dialect)
    for failure in files.failures { Terminal.log("error: \(failure)") }
    for diagnostic in files.diagnostics { Terminal.log(diagnostic.description) }
    return files
  }

  /// Whether a file cannot be used.
  var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// The exit code for what is wrong with the files, or `nil`.
  var exitCode: ExitCode? {
    if hasErrors { return .badContract }
    if failures.contains(where: { $0.kind == .missing }) { return .missingFile }
    return failures.isEmpty ? nil : .inputOutput
  }

  /// An error for each fault script that names none of the interactions.
  func unknownFaultTargets(_ interactions: [String]) -> [Diagnostic] {
    let known = Set(interactions)
    return faults.flatMap { file in
      file.scripts.compactMap { script -> Diagnostic? in
        guard case .interaction(let name) = script.target, !known.contains(name) else { return nil }
        return Diagnostic(
          .error,
          "the fault script '\(script.name)' names the interaction '\(name)', which none of the"
            + " contracts has", file: file.file)
      }
    }
  }

  /// An error for each fault script whose target another one has already: it would never be played.
  var repeatedFaultTargets: [Diagnostic] {
    var seen: [FaultScript.Target: String] = [:]
    return faults.flatMap { file in
      file.scripts.compactMap { script -> Diagnostic? in
        guard let other = seen.updateValue(script.name, forKey: script.target) else { return nil }
        return Diagnostic(
          .error,
          "the fault script '\(script.name)' has the same target as '\(other)'; put the steps of"
            + " both into one", file: file.file)
      }
    }
  }
}
