import Foundation
import JSONText
import ResponseTemplate
import TestSupport
import Testing

/// What WireMock answered to the templates of public projects, in the compatible mode.
@Suite(.enabled(if: Conformance.isAvailable)) struct RecordedTemplateTests {
  @Test func `templates print what WireMock printed`() throws {
    var compared = 0
    for file in Conformance.files(in: "wiremock/mappings") {
      let mapping = try JSONDocument(parsing: try Conformance.bytes(file)).root
      guard let response = mapping["response"],
        response["transformers"]?.elements.contains(where: { $0.string == "response-template" })
          == true,
        let template = response["body"]?.string ?? response["jsonBody"]?.description,
        let recorded = Conformance.files(in: "wiremock/expected").first(where: {
          $0.lastPathComponent == file.lastPathComponent
        })
      else { continue }
      for probe in try JSONDocument(parsing: try Conformance.bytes(recorded)).root.elements {
        guard let answer = probe["wiremock_2_35_1"], let sent = probe["probe"],
          !template.contains("{{now")
        else { continue }
        let name = "\(file.lastPathComponent) \(sent["label"]?.string ?? "")"
        if answer["body"]?.string?.contains("could not find helper") == true {
          // Helpers of extensions: refused here when the mapping is loaded.
          #expect(throws: TemplateError.self, "\(name)") { try Self.render(template, sent) }
          compared += 1
        } else if answer["matched"]?.boolean == true, answer["status"]?.integer != 204 {
          #expect(try Self.render(template, sent) == answer["body"]?.string, "\(name)")
          compared += 1
        }
      }
    }
    #expect(compared >= 15)
  }

  private static func render(_ template: String, _ sent: JSONValue) throws -> String {
    var request = TemplateRequest(
      method: sent["method"]?.string ?? "GET", target: sent["url"]?.string ?? "/",
      body: Array((sent["body"]?.string ?? "").utf8))
    for field in sent["headers"]?.elements ?? JSONValue.null.elements {
      let pair = Array(field.elements)
      request.headers.append((pair.first?.string ?? "", pair.last?.string ?? ""))
    }
    request.port = 18_080
    return try Rendered.text(template, Rendered.options(.html, isCompatible: true), request)
  }
}
