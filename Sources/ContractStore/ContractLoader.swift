import ContractFiles
package import ContractModel

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
  /// - Parameter play: takes each interaction, without the rules of its response, with its contract.
  package static func load(
    _ paths: [String], playing play: ((Interaction, Contract) -> Void)?
  ) -> LoadedFiles {
    var loaded = LoadedFiles()
    for path in paths {
      switch FileSystem.kind(of: path) {
      case .missing:
        loaded.failures.append(StoreError(.missing, "there is no file or folder '\(path)'"))
      case .file: read(path, into: &loaded, play)
      case .folder:
        let before = loaded.contracts.count + loaded.faults.count
        let problems = loaded.diagnostics.count + loaded.failures.count
        walk(path, into: &loaded, play)
        let after = loaded.contracts.count + loaded.faults.count
        if after == before, loaded.diagnostics.count + loaded.failures.count == problems {
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
    _ folder: String, into loaded: inout LoadedFiles, _ play: ((Interaction, Contract) -> Void)?
  ) {
    do throws(StoreError) {
      for name in try FileSystem.names(in: folder) where !name.hasPrefix(".") {
        let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
        switch FileSystem.kind(of: path) {
        case .folder: walk(path, into: &loaded, play)
        case .file where name.hasSuffix(".json"): read(path, into: &loaded, play)
        default: break
        }
      }
    } catch {
      loaded.failures.append(error)
    }
  }

  private static func read(
    _ path: String, into loaded: inout LoadedFiles, _ play: ((Interaction, Contract) -> Void)?
  ) {
    do throws(StoreError) {
      loaded.add(
        ContractFile(reading: try FileSystem.read(path), file: path, playing: play), from: path)
    } catch {
      loaded.failures.append(error)
    }
  }
}
