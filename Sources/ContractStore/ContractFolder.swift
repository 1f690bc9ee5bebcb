import ContractFiles
public import ContractModel

/// A folder in which contracts are kept, one file for each consumer and provider.
public struct ContractFolder: Sendable {
  /// The folder's path; it is created when something is written.
  public let path: String

  /// Creates a folder's handle.
  public init(_ path: String) { self.path = path }

  /// The path of the file of two parties: `CONSUMER-PROVIDER.json`.
  public func file(consumer: String, provider: String) -> String {
    "\(path)/\(Self.fileName(consumer))-\(Self.fileName(provider)).json"
  }

  /// A name without what cannot stand in a file's name.
  private static func fileName(_ name: String) -> String {
    let safe = name.map { "/\\:*?\"<>|".contains($0) || $0.isNewline ? "_" : $0 }
    return safe.first == "." ? "_" + String(safe.dropFirst()) : String(safe)
  }

  /// Adds a contract's interactions to the file of its parties, which is made if there is none.
  ///
  /// Several processes may write at once: each waits for the others, and a reader sees whole files
  /// only. The same contract gives the same bytes on every run.
  ///
  /// - Parameters:
  ///   - contract: the contract to add.
  ///   - specification: the version that the file is written in, unless it is there in a newer one.
  /// - Returns: the path of the file.
  /// - Throws: ``StoreError`` when the file cannot be read or written, is no contract, or has an
  ///   interaction that conflicts with an added one.
  @discardableResult
  public func add(
    _ contract: Contract, specification: SpecificationVersion
  ) throws(StoreError) -> String {
    try FileSystem.createFolder(path)
    let file = file(consumer: contract.consumer, provider: contract.provider)
    return try FileSystem.withLock("\(path)/.counterpart.lock") { () throws(StoreError) in
      var merged = contract
      var version = specification
      if FileSystem.kind(of: file) == .file {
        let old = try existing(file)
        merged = try merge(contract, into: old)
        // An older version has no words for all that the file says.
        version = max(version, old.specification)
      }
      try FileSystem.write(try bytes(merged, version), to: file)
      return file
    }
  }

  private func existing(_ file: String) throws(StoreError) -> Contract {
    let read = ContractFile(reading: try FileSystem.read(file), file: file)
    if case .contract(let contract)? = read.content { return contract }
    let reason = read.diagnostics.first { $0.severity == .error }
    throw StoreError(
      .content, reason?.description ?? "'\(file)' is no contract; it is left as it is")
  }

  private func merge(_ added: Contract, into old: Contract) throws(StoreError) -> Contract {
    do {
      return try ContractMerge.merge(added, into: old)
    } catch {
      throw StoreError(error)
    }
  }

  private func bytes(
    _ contract: Contract, _ specification: SpecificationVersion
  ) throws(StoreError) -> [UInt8] {
    do {
      return try PactWriter(specification: specification).bytes(contract)
    } catch {
      throw StoreError(error)
    }
  }
}
