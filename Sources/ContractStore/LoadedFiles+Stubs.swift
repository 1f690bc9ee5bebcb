extension LoadedFiles {
  /// How many files were of a known format.
  var count: Int { contracts.count + faults.count + stubs.count }

  /// Notes the folder that stubs of a PATH belong to: the PATH itself, or the one above `mappings`.
  ///
  /// - Returns: whether the folder is laid out as WireMock lays out its own, be it empty.
  mutating func noteStubFolder(_ path: String) -> Bool {
    let folder = path.hasSuffix("/") && path.count > 1 ? String(path.dropLast()) : path
    if folder == "mappings" || folder.hasSuffix("/mappings") {
      let above = folder.dropLast("mappings".count)
      stubFolder = stubFolder ?? (above.isEmpty ? "." : String(above.dropLast()))
      return true
    }
    let isLaidOut = ["mappings", "__files"].contains {
      FileSystem.kind(of: "\(folder)/\($0)") == .folder
    }
    if isLaidOut || !stubs.isEmpty { stubFolder = stubFolder ?? folder }
    return isLaidOut
  }

  /// Notes the folder that the stubs of a file belong to.
  mutating func noteStubFolder(ofFile path: String) {
    guard let slash = path.lastIndex(of: "/") else { return }
    _ = noteStubFolder(String(path[..<slash]))
  }
}
