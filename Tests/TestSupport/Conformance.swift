package import Foundation

/// The conformance data, which lies outside of the repository.
package enum Conformance {
  /// The folder that `COUNTERPART_CONFORMANCE` names, or `nil`: then the tests that need it skip.
  package static let folder: URL? = ProcessInfo.processInfo.environment["COUNTERPART_CONFORMANCE"]
    .map { URL(fileURLWithPath: $0, isDirectory: true) }

  package static var isAvailable: Bool { folder != nil }

  /// The files below a folder of the data whose names end with `suffix`, sorted by path.
  package static func files(in path: String, suffix: String = ".json") -> [URL] {
    guard let root = folder?.appendingPathComponent(path),
      let walk = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
    else { return [] }
    return walk.compactMap { $0 as? URL }
      .filter { $0.lastPathComponent.hasSuffix(suffix) }
      .sorted { $0.path < $1.path }
  }

  /// The bytes of a file.
  package static func bytes(_ url: URL) throws -> [UInt8] { Array(try Data(contentsOf: url)) }
}
