import ContractReports
import ContractStore

/// Writes the reports of a rehearsal; one that cannot be written does not keep others from it.
enum RehearsalReports {
  /// Writes a report, and tells when that is not possible.
  static func write(_ bytes: [UInt8], to path: String) -> Bool {
    do throws(StoreError) {
      try FileSystem.write(bytes, to: path)
      return true
    } catch {
      Terminal.log("error: \(error)")
      return false
    }
  }

  /// Makes a report and writes it.
  static func write(to path: String, _ make: () throws(ReportError) -> [UInt8]) -> Bool {
    do throws(ReportError) {
      return write(try make(), to: path)
    } catch {
      Terminal.log("error: \(error)")
      return false
    }
  }
}
