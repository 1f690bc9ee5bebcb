import Testing
import TestSupport

/// A mock that was started from the command line and is ready.
struct RunningMock {
  let tool: RunningTool
  let port: Int

  /// Starts `counterpart mock` in a folder, and runs a test when it is ready.
  static func with<Value>(
    _ arguments: [String], in folder: TemporaryFolder,
    _ test: (RunningMock) async throws -> Value
  ) async throws -> Value {
    try await CommandLineTool.counterpart.whileRunning(["mock"] + arguments, in: folder.url) {
      tool in
      _ = try await tool.line(startingWith: "ready")
      return try await test(RunningMock(tool: tool, port: try await port("mock", of: tool)))
    }
  }

  /// The port on which something of the tool listens, by the line that it prints.
  static func port(_ name: String, of tool: RunningTool) async throws -> Int {
    let line = try await tool.line(startingWith: "\(name) listening on http")
    let url = try #require(line.wholeMatch(of: /.* https?:\/\/127\.0\.0\.1:(\d+)/))
    return try #require(Int(url.output.1))
  }

  /// Asks for something on a connection of its own.
  func get(_ target: String, _ headers: String...) async throws -> RawResponse {
    try await RunningMock.get(target, headers, on: try RawConnection(port: port))
  }

  static func get(
    _ target: String, _ headers: [String] = [], on connection: RawConnection
  ) async throws -> RawResponse {
    let lines = ["GET \(target) HTTP/1.1", "Host: 127.0.0.1"] + headers
    connection.send(lines.joined(separator: "\r\n") + "\r\n\r\n")
    return try await connection.response()
  }

  /// Ends the mock with SIGTERM.
  func stop() async throws -> ToolOutput {
    tool.send(15)
    return try await tool.end()
  }
}
