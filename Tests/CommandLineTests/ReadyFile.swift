import Foundation

/// A file that a command makes when it is so far.
struct ReadyFile: Sendable {
  private let path = FileManager.default.temporaryDirectory
    .appendingPathComponent("counterpart-ready-\(UUID().uuidString)").path

  /// Makes the file, as a command of the shell.
  var command: String { "touch '\(path)'" }

  /// Waits until the file is there, at most a minute.
  func wait() {
    let end = Date(timeIntervalSinceNow: 60)
    while !FileManager.default.fileExists(atPath: path), Date() < end { usleep(1_000) }
  }

  /// Removes the file.
  func remove() { try? FileManager.default.removeItem(atPath: path) }
}
