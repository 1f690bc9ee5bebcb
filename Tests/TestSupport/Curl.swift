import Foundation

/// The curl of the machine.
package enum Curl {
  package static let path = ["/usr/bin/curl", "/usr/local/bin/curl", "/opt/homebrew/bin/curl"].first
  {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  /// What came of a call.
  package struct Outcome: Sendable {
    /// Its exit code.
    package var exitCode: Int32
    /// What it wrote to standard output and standard error.
    package var output: String
  }

  /// Calls curl, which gets at most a minute.
  package static func run(_ arguments: [String]) async throws -> Outcome {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path ?? "curl")
    process.arguments =
      ["--silent", "--show-error", "--max-time", "60", "--noproxy", "*"] + arguments
    let output = Pipe()
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = output
    try process.run()
    return await withCheckedContinuation { continuation in
      DispatchQueue.global().async {
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        let text = String(decoding: data, as: UTF8.self)
        continuation.resume(returning: Outcome(exitCode: process.terminationStatus, output: text))
      }
    }
  }
}
