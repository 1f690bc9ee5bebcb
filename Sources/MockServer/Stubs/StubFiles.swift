package import ContractStore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The files that stubs answer with, in the folder `__files`; nothing outside of it is ever touched.
package struct StubFiles: Sendable {
  /// The folder, which need not exist.
  let folder: String

  /// Takes the folder that has `__files` in it.
  package init(besides stubFolder: String) { folder = "\(stubFolder)/__files" }

  /// The content of a file.
  ///
  /// - Throws: ``StoreError`` when there is none, or it lies outside, be it by a link.
  package func read(_ name: String) throws(StoreError) -> [UInt8] {
    let path = try path(name)
    guard let real = Self.resolved(path) else {
      throw StoreError(.missing, "there is no file '\(name)' in '\(folder)'")
    }
    guard let root = Self.resolved(folder), real.hasPrefix(root + "/") else {
      throw Self.outside(name)
    }
    guard FileSystem.kind(of: real) == .file else {
      throw StoreError(.missing, "'\(name)' is a folder")
    }
    return try FileSystem.read(real)
  }

  /// Writes a file, in folders that are made if need be.
  ///
  /// - Throws: ``StoreError`` when it would lie outside, or cannot be written.
  func write(_ bytes: [UInt8], to name: String) throws(StoreError) {
    let path = try path(name)
    try FileSystem.createFolder(folder)
    guard let root = Self.resolved(folder) else { throw Self.outside(name) }
    // Every folder on the way is looked at before anything is made in it.
    var above = folder
    for part in name.split(separator: "/").dropLast() {
      above += "/\(part)"
      if FileSystem.kind(of: above) == .missing { try FileSystem.createFolder(above) }
      guard let real = Self.resolved(above), real.hasPrefix(root + "/") else {
        throw Self.outside(name)
      }
    }
    if let real = Self.resolved(path), !real.hasPrefix(root + "/") { throw Self.outside(name) }
    try FileSystem.write(bytes, to: path)
  }

  /// Removes a file.
  ///
  /// - Throws: ``StoreError`` when there is none, or it lies outside.
  func remove(_ name: String) throws(StoreError) {
    _ = try read(name)
    guard unlink(try path(name)) == 0 else {
      throw StoreError(.inputOutput, "cannot remove '\(name)'")
    }
  }

  /// The names of all files, in order; links are not followed.
  func names() throws(StoreError) -> [String] {
    guard FileSystem.kind(of: folder) == .folder else { return [] }
    return try names(in: "")
  }

  private func names(in part: String) throws(StoreError) -> [String] {
    var names: [String] = []
    for name in try FileSystem.names(in: folder + "/" + part) {
      let path = part.isEmpty ? name : "\(part)/\(name)"
      var information = stat()
      guard lstat("\(folder)/\(path)", &information) == 0 else { continue }
      switch information.st_mode & S_IFMT {
      case S_IFDIR: names += try self.names(in: path)
      case S_IFREG: names.append(path)
      default: break
      }
    }
    return names
  }

  /// The path of a name that cannot lead outside by itself.
  private func path(_ name: String) throws(StoreError) -> String {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    let isSound = parts.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
    // What is a name here is a path where backslashes part folders.
    let isPlain = !name.utf8.contains { $0 == 0 || $0 == UInt8(ascii: "\\") }
    guard !name.isEmpty, isSound, isPlain else { throw Self.outside(name) }
    return "\(folder)/\(name)"
  }

  private static func outside(_ name: String) -> StoreError {
    StoreError(.content, "'\(name)' does not lie in the folder '__files'; name a file in it")
  }

  private static func resolved(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
