import ArgumentParser
import ContractModel
import ContractStore
import ContractVerifier
import JSONText

/// Which interactions `verify` runs.
struct FilterOptions: ParsableArguments {
  @Option(
    name: .customLong("consumer"),
    help: "Verify only the contracts of this consumer (repeatable).")
  var consumers: [String] = []

  @Option(help: "Verify only interactions whose description matches this expression somewhere.")
  var filterDescription: String?

  @Option(help: "Verify only interactions of which a provider state matches this expression.")
  var filterState: String?

  @Flag(help: "Verify only interactions without a provider state.")
  var filterNoState = false

  @Option(
    name: .customLong("filter-key"), help: "Verify only the interaction with this key (repeatable)."
  )
  var keys: [String] = []

  @Option(
    help: "Verify only what did not pass in this JSON report of an earlier run.",
    completion: .file(extensions: ["json"]))
  var lastFailed: String?

  /// Whether anything is left out.
  var isGiven: Bool {
    !consumers.isEmpty || filterDescription != nil || filterState != nil || filterNoState
      || !keys.isEmpty || lastFailed != nil
  }

  func validate() throws {
    if filterNoState, filterState != nil {
      throw ValidationError("--filter-state and --filter-no-state contradict each other")
    }
    _ = try filter(readingReports: false)
  }

  /// The filter.
  ///
  /// - Throws: an exit code after telling why, or what is wrong with an option.
  func filter(readingReports: Bool = true) throws -> VerificationFilter {
    var filter = VerificationFilter()
    filter.consumers = consumers
    filter.keys = keys
    filter.isWithoutState = filterNoState
    do throws(VerifierError) {
      if let filterDescription { try filter.requireDescription(filterDescription) }
    } catch {
      throw ValidationError("--filter-description: \(error)")
    }
    do throws(VerifierError) {
      if let filterState { try filter.requireState(filterState) }
    } catch {
      throw ValidationError("--filter-state: \(error)")
    }
    if readingReports, let lastFailed {
      let report = try BareFile.read(lastFailed)
      do throws(VerifierError) {
        try filter.requireFailure(in: report)
      } catch {
        Terminal.log("\(lastFailed): error: \(error)")
        throw ExitCode.badContract
      }
    }
    return filter
  }
}
