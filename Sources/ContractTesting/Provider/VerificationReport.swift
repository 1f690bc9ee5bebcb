import ContractModel
import ContractReports
import Testing

/// Tells a test what the verification of an interaction gave.
struct VerificationReport {
  let framework: TestFramework
  let site: CallSite

  func tell(_ result: InteractionResult) {
    switch result.status {
    case .passed: return
    case .pending: tellPending(result)
    case .failed, .error, .skipped:
      framework.fail(TextReport.account(of: result), at: site, pointingTo: result.testLocation)
    }
  }

  private func tellPending(_ result: InteractionResult) {
    let text = TextReport.account(of: result)
    switch framework {
    case .xctest: print("pending: \(text)")
    case .swiftTesting:
      withKnownIssue("pending: it does not count yet", isIntermittent: true) {
        framework.fail(text, at: site, pointingTo: result.testLocation)
      }
    }
  }
}

extension InteractionResult {
  /// The line of the contract file at which a failure is shown.
  fileprivate var testLocation: Testing.SourceLocation? {
    guard let place = mismatches.lazy.compactMap(\.location).first ?? location else { return nil }
    let name = place.file.split(separator: "/").suffix(2).joined(separator: "/")
    return Testing.SourceLocation(
      fileID: name.contains("/") ? name : "contracts/\(name)", filePath: place.file,
      line: max(1, place.line), column: 1)
  }
}
