package import ContractFiles
package import FaultModel

extension LoadedFiles {
  /// Adds what was read from a file, or from what stands for one, such as an address.
  ///
  /// - Parameters:
  ///   - file: the content and what is wrong with it.
  ///   - path: where it comes from.
  package mutating func add(_ file: ContractFile, from path: String) {
    diagnostics += file.diagnostics
    switch file.content {
    case .contract(let contract): contracts.append(.init(file: path, contract: contract))
    case .faults(let scripts): faults.append(.init(file: path, scripts: scripts))
    case .stubs(let mappings): stubs.append(.init(file: path, mappings: mappings))
    case nil: break
    }
  }

  /// Adds fault scripts that stand in another kind of file.
  package mutating func add(_ scripts: [FaultScript], from path: String) {
    faults.append(.init(file: path, scripts: scripts))
  }
}
