#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the files that a loader would read were like at a moment, to notice that they changed.
///
/// Files are told apart by size, time of change and place on the disk, not by content: a look at
/// thousands of them is cheap enough to be taken several times in a second.
package struct FileSnapshot: Sendable, Equatable {
  private struct Entry: Sendable, Equatable {
    let size: Int64
    let seconds: Int
    let nanoseconds: Int
    let inode: UInt64
  }

  private var entries: [String: Entry] = [:]

  /// Takes a look at files, and at the `.json` files in folders, as ``ContractLoader`` finds them.
  package init(of paths: [String]) {
    for path in paths {
      switch FileSystem.kind(of: path) {
      case .file: add(path)
      case .folder: walk(path)
      case .missing: break
      }
    }
  }

  /// How many files there were.
  package var count: Int { entries.count }

  private mutating func walk(_ folder: String) {
    guard let names = try? FileSystem.names(in: folder) else { return }
    for name in names where !name.hasPrefix(".") {
      let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
      switch FileSystem.kind(of: path) {
      case .folder where name == "__files": break
      case .folder: walk(path)
      case .file where name.hasSuffix(".json"): add(path)
      default: break
      }
    }
  }

  private mutating func add(_ path: String) {
    var information = stat()
    guard stat(path, &information) == 0 else { return }
    #if canImport(Darwin)
      let time = information.st_mtimespec
    #else
      let time = information.st_mtim
    #endif
    entries[path] = Entry(
      size: Int64(information.st_size), seconds: time.tv_sec, nanoseconds: time.tv_nsec,
      inode: UInt64(information.st_ino))
  }
}
