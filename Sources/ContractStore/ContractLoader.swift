import ContractFiles
package import ContractModel
package import StubModel

/// Loads contracts and fault scripts from files and folders.
public enum ContractLoader {
  /// Loads every path; what is wrong with one does not keep the others from loading.
  ///
  /// - Parameter paths: files of any known format, and folders whose `.json` files are read, subfolders
  ///   included, hidden ones not.
  /// - Returns: what was found, and what is wrong.
  public static func load(_ paths: [String]) -> LoadedFiles { load(paths, playing: nil) }

  /// Loads every path for playing: interactions are given one by one and are not kept.
  ///
  /// - Parameters:
  ///   - play: takes each interaction, without the rules of its response, with its contract.
  ///   - dialect: how strictly stub mappings are read.
  package static func load(
    _ paths: [String], playing play: ((Interaction, Contract) -> Void)?,
    dialect: StubDialect = .strict
  ) -> LoadedFiles {
    var loaded = LoadedFiles()
    for path in paths {
      switch FileSystem.kind(of: path) {
      case .missing:
        loaded.failures.append(StoreError(.missing, "there is no file or folder '\(path)'"))
      case .file:
        let before = loaded.stubs.count
        read(path, into: &loaded, play, dialect)
        if loaded.stubs.count > before { loaded.noteStubFolder(ofFile: path) }
      case .folder:
        let before = loaded.count
        let problems = loaded.diagnostics.count + loaded.failures.count
        walk(path, into: &loaded, play, dialect)
        if loaded.noteStubFolder(path) { continue }
        if loaded.count == before, loaded.diagnostics.count + loaded.failures.count == problems {
          loaded.diagnostics.append(
            Diagnostic(
              .error,
              "there is no contract in this folder: put the .json files of its consumers there, or"
                + " name another", file: path))
        }
      }
    }
    return loaded
  }

  private static func walk(
    _ folder: String, into loaded: inout LoadedFiles, _ play: ((Interaction, Contract) -> Void)?,
    _ dialect: StubDialect
  ) {
    do throws(StoreError) {
      for name in try FileSystem.names(in: folder) where !name.hasPrefix(".") {
        let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
        switch FileSystem.kind(of: path) {
        // The bodies of stubs are not read as contracts.
        case .folder where name == "__files": break
        case .folder: walk(path, into: &loaded, play, dialect)
        case .file where name.hasSuffix(".json"): read(path, into: &loaded, play, dialect)
        default: break
        }
      }
    } catch {
      loaded.failures.append(error)
    }
  }

  private static func read(
    _ path: String, into loaded: inout LoadedFiles, _ play: ((Interaction, Contract) -> Void)?,
    _ dialect: StubDialect
  ) {
    do throws(StoreError) {
      loaded.add(
        ContractFile(
          reading: try FileSystem.read(path), file: path, playing: play, dialect: dialect),
        from: path)
    } catch {
      loaded.failures.append(error)
    }
  }
}
