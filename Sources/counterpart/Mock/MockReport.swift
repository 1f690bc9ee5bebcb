import ContractModel
import ContractReports
import ContractStore

/// Writes what was requested of a mock as JUnit XML.
enum MockReport {
  /// Writes the report, or logs why it cannot be written.
  ///
  /// - Returns: whether it was written.
  static func write(_ result: VerificationResult, to path: String) -> Bool {
    do {
      let bytes = try JUnitReport(result, hostname: Terminal.hostname).bytes()
      try FileSystem.write(bytes, to: path)
      return true
    } catch {
      Terminal.log("error: \(error)")
      return false
    }
  }
}
