#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The few calls to the file system that loading and writing contracts need.
package enum FileSystem {
  /// What a path is.
  package enum Kind: Sendable {
    case file, folder, missing
  }

  /// What a path is, links resolved.
  package static func kind(of path: String) -> Kind {
    var information = stat()
    guard stat(path, &information) == 0 else { return .missing }
    return information.st_mode & S_IFMT == S_IFDIR ? .folder : .file
  }

  /// The content of a file.
  package static func read(_ path: String) throws(StoreError) -> [UInt8] {
    let descriptor = try open(path, O_RDONLY)
    defer { close(descriptor) }
    var information = stat()
    guard fstat(descriptor, &information) == 0 else { throw failure("read", path) }
    // A file that says how long it is needs no second buffer; pipes say 0 and are read as they come.
    var bytes = [UInt8](repeating: 0, count: max(Int(information.st_size), 4_096))
    var count = 0
    while true {
      if count == bytes.count { bytes += [UInt8](repeating: 0, count: bytes.count) }
      let got = bytes.withUnsafeMutableBytes { buffer in
        #if canImport(Glibc)
          Glibc.read(descriptor, buffer.baseAddress?.advanced(by: count), buffer.count - count)
        #elseif canImport(Musl)
          Musl.read(descriptor, buffer.baseAddress?.advanced(by: count), buffer.count - count)
        #else
          Darwin.read(descriptor, buffer.baseAddress?.advanced(by: count), buffer.count - count)
        #endif
      }
      if got < 0, errno == EINTR { continue }
      guard got >= 0 else { throw failure("read", path) }
      if got == 0 { break }
      count += got
      if count == Int(information.st_size) { break }
    }
    bytes.removeLast(bytes.count - count)
    return bytes
  }

  /// The names in a folder, sorted by their bytes, without `.` and `..`.
  package static func names(in path: String) throws(StoreError) -> [String] {
    guard let folder = opendir(path) else { throw failure("open the folder", path) }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) {
          String(cString: $0)
        }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Creates a folder and those above it.
  package static func createFolder(_ path: String) throws(StoreError) {
    guard kind(of: path) != .folder else { return }
    if let slash = path.lastIndex(of: "/"), slash != path.startIndex {
      try createFolder(String(path[..<slash]))
    }
    guard mkdir(path, 0o777) == 0 || errno == EEXIST else {
      throw failure("create the folder", path)
    }
  }

  /// Writes a file so that a reader sees the old content or the new one, and nothing between.
  ///
  /// What a link points to is written, with the mode that it has; a device or pipe is written to.
  package static func write(_ bytes: [UInt8], to path: String) throws(StoreError) {
    try write(to: path) { write in write(bytes) }
  }

  /// Writes a file piece by piece, so that a reader sees the old content or the whole new one.
  ///
  /// - Parameter content: gives the pieces to the function that it gets.
  package static func write(
    to path: String, _ content: (_ write: ([UInt8]) -> Void) -> Void
  ) throws(StoreError) {
    var information = stat()
    let exists = stat(path, &information) == 0
    if exists, information.st_mode & S_IFMT != S_IFREG {
      let descriptor = try open(path, O_WRONLY)
      defer { close(descriptor) }
      return try writePieces(content, to: descriptor, path)
    }
    let target = exists ? resolved(path) : path
    let temporary = "\(target).\(getpid())-\(UInt32.random(in: 0...UInt32.max)).tmp"
    let descriptor = try open(temporary, O_WRONLY | O_CREAT | O_EXCL, mode: 0o666, called: path)
    do throws(StoreError) {
      if exists { fchmod(descriptor, information.st_mode & 0o7777) }
      try writePieces(content, to: descriptor, path)
    } catch {
      close(descriptor)
      unlink(temporary)
      throw error
    }
    close(descriptor)
    guard rename(temporary, target) == 0 else {
      let error = failure("write", path)
      unlink(temporary)
      throw error
    }
  }

  private static func writePieces(
    _ content: (_ write: ([UInt8]) -> Void) -> Void, to descriptor: Int32, _ path: String
  ) throws(StoreError) {
    var failure: StoreError?
    content { piece in
      guard failure == nil else { return }
      do throws(StoreError) { try writeAll(piece, to: descriptor, path) } catch { failure = error }
    }
    if let failure { throw failure }
  }

  /// Appends to a file, which is made where there is none.
  package static func append(_ bytes: [UInt8], to path: String) throws(StoreError) {
    let descriptor = try open(path, O_WRONLY | O_APPEND | O_CREAT, mode: 0o666)
    defer { close(descriptor) }
    try writeAll(bytes, to: descriptor, path)
  }

  /// A path without links.
  private static func resolved(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// Writes to a descriptor that is open.
  ///
  /// - Parameter path: what the descriptor is, for the error.
  package static func writeAll(
    _ bytes: [UInt8], to descriptor: Int32, _ path: String
  ) throws(StoreError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { buffer in
        #if canImport(Glibc)
          Glibc.write(descriptor, buffer.baseAddress, buffer.count)
        #elseif canImport(Musl)
          Musl.write(descriptor, buffer.baseAddress, buffer.count)
        #else
          Darwin.write(descriptor, buffer.baseAddress, buffer.count)
        #endif
      }
      if written < 0, errno == EINTR { continue }
      guard written >= 0 else { throw failure("write", path) }
      rest = rest.dropFirst(written)
    }
  }

  /// Runs a closure while no other process runs one with the same path.
  package static func withLock<Result>(
    _ path: String, _ body: () throws(StoreError) -> Result
  ) throws(StoreError) -> Result {
    let descriptor = try open(path, O_RDWR | O_CREAT, mode: 0o666)
    defer { close(descriptor) }
    while flock(descriptor, LOCK_EX) != 0 {
      guard errno == EINTR else { throw failure("lock", path) }
    }
    return try body()
  }

  private static func open(
    _ path: String, _ flags: Int32, mode: mode_t = 0, called name: String? = nil
  ) throws(StoreError) -> Int32 {
    #if canImport(Glibc)
      let descriptor = Glibc.open(path, flags | O_CLOEXEC, mode)
    #elseif canImport(Musl)
      let descriptor = Musl.open(path, flags | O_CLOEXEC, mode)
    #else
      let descriptor = Darwin.open(path, flags | O_CLOEXEC, mode)
    #endif
    guard descriptor >= 0 else { throw failure("open", name ?? path) }
    return descriptor
  }

  /// What the last call says went wrong.
  private static func failure(_ action: String, _ path: String) -> StoreError {
    let code = errno
    return StoreError(
      code == ENOENT ? .missing : .inputOutput,
      "cannot \(action) '\(path)': \(String(cString: strerror(code)))")
  }
}
