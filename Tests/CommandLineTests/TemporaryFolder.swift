import Foundation

/// A folder for one test, which is removed when the test ends.
struct TemporaryFolder {
  let url: URL

  /// Runs a test with an empty folder.
  static func with<Value>(_ test: (TemporaryFolder) async throws -> Value) async throws -> Value {
    let url = FileManager.default.temporaryDirectory
      .appendingPathComponent("counterpart-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: url) }
    return try await test(TemporaryFolder(url: url))
  }

  /// Runs a test with a folder that holds these files.
  static func with<Value>(
    _ files: [String: String], _ test: (TemporaryFolder) async throws -> Value
  ) async throws -> Value {
    try await with { folder in
      for (name, text) in files { try folder.write(text, to: name) }
      return try await test(folder)
    }
  }

  /// Writes a file, and creates the folders above it.
  func write(_ text: String, to name: String) throws {
    let file = url.appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  /// Creates a folder in it.
  func createFolder(_ name: String) throws {
    try FileManager.default.createDirectory(
      at: url.appendingPathComponent(name), withIntermediateDirectories: true)
  }

  /// The content of a file in it.
  func read(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: url.appendingPathComponent(name)))
  }

  /// Whether there is such a file in it.
  func has(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: url.appendingPathComponent(name).path)
  }
}

/// The repository that the tests are in.
enum Repository {
  static let url = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
}
