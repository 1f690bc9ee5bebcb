package import ContractModel
package import FaultModel
import JSONText

/// A resilience contract: what is played to a client, and how it is expected to cope.
package struct ResilienceFile: Sendable {
  /// The client's name.
  package var client: String
  /// The paths of the contracts, as they stand in the file.
  package var contracts: [String]
  /// The paths of fault scripts, as they stand in the file.
  package var faultFiles: [String]
  /// The fault scripts that stand in the file.
  package var faults: [FaultScript]
  /// The seed, if there is one.
  package var seed: UInt64?
  /// What is expected of the client.
  package var expectations: ResilienceExpectations

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - bytes: the file's content.
  ///   - file: the file's path, for diagnostics.
  /// - Throws: what is wrong with it, and where.
  package init(reading bytes: [UInt8], file: String) throws(Diagnostic) {
    let document: JSONDocument
    do {
      document = try JSONDocument(parsing: bytes)
    } catch {
      throw Diagnostic(
        .error, "not JSON: \(error.message)", file: file, position: error.position)
    }
    let context = FileContext(file: file, document: document)
    if let key = document.duplicateKeys.first { throw context.duplicateKey(key) }
    self = try ResilienceFileReader(context: context).read(document.root)
  }

  init(
    client: String, contracts: [String], faultFiles: [String], faults: [FaultScript],
    seed: UInt64?, expectations: ResilienceExpectations
  ) {
    self.client = client
    self.contracts = contracts
    self.faultFiles = faultFiles
    self.faults = faults
    self.seed = seed
    self.expectations = expectations
  }
}
