import ContractFiles
import ContractModel
import Foundation
import JSONText
import MockEngine
import StubModel
import TestSupport

@testable import MockServer

/// A mock with stub mappings, for tests.
struct StubServer {
  let server: MockServer

  /// Runs a test with a mock, which is stopped whatever happens.
  ///
  /// - Parameters:
  ///   - mappings: the JSON of a file of mappings.
  ///   - interactions: the JSON of interactions of a contract.
  ///   - folder: the folder with `mappings` and `__files`.
  static func run<Value>(
    _ mappings: String = #"{"mappings": []}"#, interactions: String? = nil,
    folder: URL? = nil, options: MockOptions = MockOptions(),
    _ test: (StubServer) async throws -> Value
  ) async throws -> Value {
    var compiler = MockCompiler(options)
    let file = ContractFile(
      reading: Array(mappings.utf8), file: "stubs.json", playing: nil,
      dialect: options.stubDialect)
    if let error = file.diagnostics.first(where: { $0.severity == .error }) { throw error }
    if case .stubs(let stubs)? = file.content { compiler.add(stubs) }
    if let error = compiler.diagnostics.first(where: { $0.severity == .error }) { throw error }
    if let interactions { compiler.add(try MockServerTests.contract(interactions)) }
    compiler.stubFolder = folder?.path
    let server = try await MockServer.start(
      compiler, faults: [], options: options, host: "127.0.0.1", port: 0)
    do {
      let value = try await test(StubServer(server: server))
      await server.stop()
      return value
    } catch {
      await server.stop()
      throw error
    }
  }

  /// Sends a request and reads the answer.
  func ask(
    _ method: String, _ target: String, _ body: String? = nil, headers: [String: String] = [:]
  ) async throws -> RawResponse {
    let connection = try RawConnection(port: server.port)
    connection.send(Self.request(method, target, body, headers))
    return try await connection.response(hasBody: method != "HEAD")
  }

  /// The text of a request.
  static func request(
    _ method: String, _ target: String, _ body: String? = nil, _ headers: [String: String] = [:]
  ) -> String {
    var text = "\(method) \(target) HTTP/1.1\r\nHost: localhost\r\n"
    for (name, value) in headers.sorted(by: { $0.key < $1.key }) { text += "\(name): \(value)\r\n" }
    if let body { text += "Content-Length: \(body.utf8.count)\r\n" }
    return text + "\r\n" + (body ?? "")
  }

  /// Calls the admin API.
  ///
  /// - Returns: the status and the JSON of the answer.
  func admin(
    _ method: String, _ path: String, _ body: String? = nil
  ) async throws -> (status: Int, json: JSONValue) {
    let answer = try await ask(method, "/__admin/\(path)", body)
    return (answer.status, try JSONDocument(parsing: answer.body).root)
  }
}
