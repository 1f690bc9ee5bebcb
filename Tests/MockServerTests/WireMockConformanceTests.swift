import ContractFiles
import ContractModel
import Foundation
import JSONText
import MockEngine
import NIOCore
import StubModel
import TestSupport
import Testing

@testable import MockServer

/// What a real WireMock (2.35.1) answered to requests, asked again of the mock in its compatible mode.
@Suite(.enabled(if: Conformance.isAvailable)) struct WireMockConformanceTests {
  @Test func `answers as WireMock did, but for the departures of the table`() async throws {
    let files = Conformance.files(in: "wiremock/expected")
    #expect(files.count == 241)
    var used: Set<WireMockDeparture> = []
    var probes = 0
    for file in files {
      let isSequence = file.lastPathComponent.hasSuffix(".sequence.json")
      let name = file.lastPathComponent.replacingOccurrences(of: ".sequence.json", with: ".json")
      let mapping = try #require(Conformance.folder)
        .appendingPathComponent("wiremock/mappings/\(name)")
      let recorded = try JSONDocument(parsing: try Conformance.bytes(file)).root
      let played = try await WireMockReplay.play(
        recorded, mapping: mapping, resets: !isSequence)
      for (probe, difference) in zip(recorded.elements, played) {
        probes += 1
        guard let difference else { continue }
        let departure = WireMockDeparture.allCases.first {
          $0.explains(file: mapping, probe: probe, difference)
        }
        if let departure { used.insert(departure) }
        #expect(
          departure != nil, "\(name) \(probe["probe"]?["label"]?.string ?? ""): \(difference)")
      }
    }
    #expect(probes == 1_405)
    #expect(used == Set(WireMockDeparture.allCases), "a departure is none any more")
    #expect(WireMockDeparture.allCases.count <= 15)
  }
}

/// Loads a file of mappings and asks what was recorded.
enum WireMockReplay {
  /// Plays the probes of a file.
  ///
  /// - Returns: for each what differs, or `nil`.
  static func play(
    _ recorded: JSONValue, mapping: URL, resets: Bool
  ) async throws -> [String?] {
    let options = MockOptions(isWireMockCompatible: true)
    let file = ContractFile(
      reading: try Conformance.bytes(mapping), file: mapping.lastPathComponent, playing: nil,
      dialect: .compatible)
    var compiler = MockCompiler(options)
    if case .stubs(let mappings)? = file.content { compiler.add(mappings) }
    compiler.stubFolder = mapping.deletingLastPathComponent().deletingLastPathComponent().path
    let refusals = (file.diagnostics + compiler.diagnostics).filter { $0.severity == .error }
    if let refusal = refusals.first {
      return recorded.elements.map { _ in "refused: \(refusal.message)" }
    }
    let server = try await MockServer.start(
      compiler, faults: [], options: options, host: "127.0.0.1", port: 0)
    var differences: [String?] = []
    for probe in recorded.elements {
      if resets {
        let service = server.service
        try await server.loop.submit { service.value.engine.stubs.resetScenarios() }.get()
      }
      differences.append(try await ask(probe, server))
    }
    await server.stop()
    return differences
  }

  private static func ask(_ recorded: JSONValue, _ server: MockServer) async throws -> String? {
    let probe = try #require(recorded["probe"])
    let answer = try #require(recorded["wiremock_2_35_1"])
    let method = probe["method"]?.string ?? "GET"
    var request = "\(method) \(probe["url"]?.string ?? "/") HTTP/1.1\r\n"
    var names: Set<String> = []
    for header in probe["headers"]?.elements ?? JSONValue.null.elements {
      let pair = Array(header.elements)
      guard pair.count == 2, let name = pair[0].string, let value = pair[1].string else { continue }
      names.insert(name.lowercased())
      request += "\(name): \(value)\r\n"
    }
    if !names.contains("host") { request += "Host: localhost:18080\r\n" }
    let body =
      probe["body"]?["base64"]?.string.flatMap(Base64.decode)
      ?? Array((probe["body"]?.string ?? "").utf8)
    if probe["body"]?.isNull == false { request += "Content-Length: \(body.count)\r\n" }
    let connection = try RawConnection(port: server.port)
    connection.send(Array((request + "\r\n").utf8) + body)
    let hasBody = method != "HEAD" && ![204, 304].contains(answer["status"]?.integer ?? 0)
    let response: RawResponse
    do {
      response = try await connection.response(hasBody: hasBody)
    } catch {
      return "no answer: \(error)"
    }
    guard response.status == answer["status"]?.integer else {
      return "status \(response.status) instead of \(answer["status"]?.text ?? "")"
    }
    if answer["unmatched_404"]?.boolean == true { return nil }
    for header in answer["headers"]?.members.map(\.self) ?? [] {
      let wanted = header.value.elements.compactMap(\.string).joined(separator: ", ")
      let found = response.header(header.name)
      guard found == wanted else {
        return "header \(header.name): \(found ?? "none") instead of \(wanted)"
      }
    }
    let wanted =
      answer["body"]?.string.map { Array($0.utf8) }
      ?? answer["body_base64"]?.string.flatMap(Base64.decode) ?? []
    let length = answer["body_len"]?.integer ?? wanted.count
    // Of long bodies only the beginning was kept.
    return response.body.count == length && response.body.starts(with: wanted)
      ? nil
      : "body \(String(decoding: response.body.prefix(300), as: UTF8.self))"
        + " instead of \(String(decoding: wanted.prefix(300), as: UTF8.self))"
  }
}
