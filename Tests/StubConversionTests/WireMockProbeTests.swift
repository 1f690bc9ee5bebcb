import ContractFiles
import ContractModel
import Foundation
import JSONText
import StubConversion
import TestSupport
import Testing

/// The mappings of the conformance data, with requests and what WireMock answered to them.
@Suite(.enabled(if: Conformance.isAvailable))
struct WireMockProbeTests {
  static func pair(_ url: URL) throws -> StubPair? {
    let text = String(decoding: try Conformance.bytes(url), as: UTF8.self)
    guard case .stubs? = ContractFile(reading: Array(text.utf8), file: "a.json").content else {
      return nil
    }
    return try StubPair(text, file: url.lastPathComponent) { name in
      let folder = url.deletingLastPathComponent().deletingLastPathComponent()
      return try Conformance.bytes(folder.appendingPathComponent("__files/\(name)"))
    }
  }

  @Test func `every stub is converted, or it is told why not`() throws {
    var counts = (stubs: 0, converted: 0)
    for url in Conformance.files(in: "wiremock/mappings") {
      guard let pair = try Self.pair(url) else { continue }
      let conversion = pair.conversion
      counts.stubs += conversion.stubCount
      counts.converted += conversion.convertedCount
      let left = conversion.diagnostics.count {
        $0.severity == .error || $0.message.contains("not converted: ")
      }
      #expect(conversion.stubCount == conversion.convertedCount + left, "\(url.lastPathComponent)")
      #expect(pair.lint == [], "\(url.lastPathComponent)")
    }
    #expect(counts.stubs > 200)
    #expect(counts.converted > counts.stubs * 8 / 10, "\(counts)")
  }

  @Test func `what the contract answers in another way than WireMock was told of`() throws {
    var counts = (asked: 0, same: 0)
    for url in Conformance.files(in: "wiremock/mappings") {
      let expected = url.deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("expected").appendingPathComponent(url.lastPathComponent)
      guard var pair = try Self.pair(url), let bytes = try? Conformance.bytes(expected) else {
        continue
      }
      for entry in try JSONDocument(parsing: bytes).root.elements {
        guard let probe = entry["probe"], let answer = entry["wiremock_2_35_1"],
          let request = Self.request(probe)
        else { continue }
        counts.asked += 1
        let found = try pair.contractAnswer(request, body: probe["body"]?.string)
        let wanted = answer["matched"]?.boolean == true ? answer["status"]?.text : nil
        if found?.status == wanted { counts.same += 1 }
        // Media types are compared in any case of letters, and credentials in the very one.
        if probe["label"]?.string?.hasPrefix("header-case-changed:") == true { continue }
        if let found, let body = answer["body"]?.string, found.status == wanted, pair.isTheSame,
          !pair.usesFiles
        {
          // WireMock writes 2.0 as 2.
          let body = body.replacing("float\":2,", with: "float\":2.0,")
          let answer = StubPair.Answer(status: found.status, Array(body.utf8))
          #expect(found == answer, "\(url.lastPathComponent)")
        }
        let isTold = !pair.conversion.diagnostics.isEmpty
        #expect(
          found?.status == wanted || isTold,
          "\(url.lastPathComponent) \(probe["label"]?.string ?? ""): \(request) \(probe["body"]?.string ?? "")"
        )
      }
    }
    #expect(counts.same > counts.asked * 8 / 10, "\(counts)")
  }

  private static func request(_ probe: JSONValue) -> String? {
    guard let method = probe["method"]?.string, let url = probe["url"]?.string else { return nil }
    let headers = (probe["headers"]?.elements ?? JSONValue.null.elements).map { field in
      field.elements.compactMap(\.string).joined(separator: ": ")
    }
    return (["\(method) \(url) HTTP/1.1"] + headers).joined(separator: "\n")
  }
}
