import Foundation
import TestSupport

/// The client of the tests; unlike URLSession on Linux it survives an answer that is none.
struct Client {
  let url: URL

  /// The status and the body of an answer.
  func get(_ path: String, headers: [String: String] = [:]) async throws -> (Int, String) {
    try await send("GET", path, headers: headers)
  }

  func send(
    _ method: String, _ path: String, headers: [String: String] = [:], body: String = ""
  ) async throws -> (Int, String) {
    let connection = try RawConnection(port: url.port ?? 80)
    let lines = headers.map { "\($0.key): \($0.value)\r\n" }.joined()
    let type = body.isEmpty ? "" : "Content-Type: application/json\r\n"
    connection.send(
      "\(method) \(path) HTTP/1.1\r\nHost: localhost\r\n\(type)\(lines)"
        + "Content-Length: \(body.utf8.count)\r\nConnection: close\r\n\r\n\(body)")
    let response = try await connection.response()
    return (response.status, response.text)
  }
}
