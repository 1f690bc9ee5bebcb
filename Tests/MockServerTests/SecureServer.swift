import FaultModel
import Foundation
import MockEngine
import MockServer
import TestSupport

/// A mock that serves TLS, and the files that its clients need.
struct SecureServer {
  let server: MockServer
  /// A folder with `ca.pem`, the certificate of the authority that the mock made, and those of
  /// `TestCertificates`.
  let folder: URL

  /// Runs a test with a mock, which is stopped whatever happens.
  static func with<Value>(
    _ tls: (_ path: (String) -> String) -> MockTLS = { _ in MockTLS() },
    faults: [FaultScript] = [], options: MockOptions = MockOptions(), host: String = "127.0.0.1",
    _ test: (SecureServer) async throws -> Value
  ) async throws -> Value {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("counterpart-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in TestCertificates.files { try write(text, to: name, in: folder) }
    let server = try await MockServer.start(
      playing: [try MockServerTests.contract(MockServerTests.orders)], faults: faults,
      options: options, host: host,
      tls: tls { folder.appendingPathComponent($0).path })
    do {
      if let authority = server.certificateAuthority {
        try write(authority, to: "ca.pem", in: folder)
      }
      let value = try await test(SecureServer(server: server, folder: folder))
      await server.stop()
      return value
    } catch {
      await server.stop()
      throw error
    }
  }

  /// Asks curl for order 42.
  ///
  /// - Parameters:
  ///   - authority: the file that curl trusts; `nil` for those of the machine.
  ///   - host: what the URL calls the mock.
  func curl(
    _ arguments: [String] = [], trusting authority: String? = "ca.pem", host: String = "127.0.0.1",
    path: String = "/orders/42"
  ) async throws -> Curl.Outcome {
    let trust = authority.map { ["--cacert", self.path($0)] } ?? []
    return try await Curl.run(trust + arguments + ["https://\(host):\(server.port)\(path)"])
  }

  func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  private static func write(_ text: String, to name: String, in folder: URL) throws {
    try Data(text.utf8).write(to: folder.appendingPathComponent(name))
  }
}
