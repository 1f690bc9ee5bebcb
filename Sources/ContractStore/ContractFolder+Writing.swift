import ContractFiles
package import ContractModel

extension ContractFolder {
  /// Writes a contract to the file of its parties, in version 4.
  ///
  /// - Parameter replaces: whether a file that is there is overwritten.
  /// - Returns: the path of the file.
  /// - Throws: ``StoreError`` when the file cannot be written, or is there and must not be replaced.
  @discardableResult
  package func write(_ contract: Contract, replaces: Bool) throws(StoreError) -> String {
    try FileSystem.createFolder(path)
    let file = file(consumer: contract.consumer, provider: contract.provider)
    return try FileSystem.withLock("\(path)/.counterpart.lock") { () throws(StoreError) in
      guard replaces || FileSystem.kind(of: file) == .missing else {
        throw StoreError(.content, "'\(file)' is there already")
      }
      let bytes: [UInt8]
      do throws(Diagnostic) {
        bytes = try PactWriter(specification: .v4).bytes(contract)
      } catch {
        throw StoreError(error)
      }
      try FileSystem.write(bytes, to: file)
      return file
    }
  }
}
