package import ContractFiles
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

  /// Puts what the tests of a suite exercised into the file of their parties, as ``ContractRecording``
  /// says; several processes may do it at once.
  ///
  /// - Parameters:
  ///   - entries: what was exercised.
  ///   - suite: the suite's name, which is in front of the names of its tests.
  ///   - replaces: whether what the suite exercised earlier, and does no more, is left out.
  ///   - isTrial: whether only that is found out which could keep the file from being written.
  /// - Returns: the path of the file.
  /// - Throws: ``StoreError`` when the file cannot be read or written, is no contract, or has an
  ///   interaction that conflicts with an added one.
  @discardableResult
  package func record(
    _ entries: [ContractRecording.Entry], consumer: String, provider: String, of suite: String,
    replaces: Bool, isTrial: Bool = false
  ) throws(StoreError) -> String {
    try FileSystem.createFolder(path)
    let file = file(consumer: consumer, provider: provider)
    return try FileSystem.withLock("\(path)/.counterpart.lock") { () throws(StoreError) in
      let exists = FileSystem.kind(of: file) == .file
      let old = exists ? try existing(file) : Contract(consumer: consumer, provider: provider)
      guard exists || !entries.isEmpty else { return file }
      let contract = try recorded(entries, old, suite, replaces)
      let bytes = try bytes(contract, max(.v4, old.specification))
      if exists, try FileSystem.read(file) == bytes { return file }
      if !isTrial { try FileSystem.write(bytes, to: file) }
      return file
    }
  }

  private func recorded(
    _ entries: [ContractRecording.Entry], _ old: Contract, _ suite: String, _ replaces: Bool
  ) throws(StoreError) -> Contract {
    do throws(Diagnostic) {
      return try ContractRecording.merge(entries, into: old, of: suite, replaces: replaces)
    } catch {
      throw StoreError(error)
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
