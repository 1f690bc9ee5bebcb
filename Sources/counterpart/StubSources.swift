import ArgumentParser
import ContractModel
import ContractStore
import MockServer
import StubModel

/// The stub mappings of several paths, and the folders that the bodies of their answers lie in.
struct StubSources {
  /// How strictly stub mappings are read.
  let dialect: StubDialect
  /// The mappings, in the order of the paths.
  private(set) var mappings: [StubMapping] = []
  /// The exit code for what is wrong with the files, or `nil`.
  private(set) var exitCode: ExitCode?
  /// Whether there was a file with something else than stubs.
  private(set) var hasOthers = false
  private var folders: [String: String] = [:]

  init(dialect: StubDialect) { self.dialect = dialect }

  /// Loads a file or folder, and tells on standard error what is wrong with it.
  mutating func load(_ path: String) {
    let files = LoadedFiles.loadTelling([path], dialect: dialect)
    exitCode = exitCode ?? files.exitCode
    for file in files.stubs {
      mappings += file.mappings
      if let folder = files.stubFolder { folders[file.file] = folder }
    }
    for file in files.contracts.map(\.file) + files.faults.map(\.file) {
      hasOthers = true
      Terminal.log(
        Diagnostic(.warning, "left out: there are no stub mappings in it", file: file).description)
    }
  }

  /// The content of a file in `__files` that a stub names.
  func bodyFile(_ name: String, of stub: StubMapping) throws -> [UInt8] {
    guard let folder = stub.location.flatMap({ folders[$0.file] }) else {
      throw StoreError(.missing, "there is no folder '__files' beside the stub")
    }
    return try StubFiles(besides: folder).read(name)
  }
}
