import ContractFiles
import ContractModel
import Foundation
import JSONText
import TestSupport
import Testing

@Suite struct PactWriterTests {
  static let text = """
    {
      "provider": {
        "name": "order-service",
        "x-owner": "shop"
      },
      "consumer": {
        "name": "web-shop"
      },
      "x-team": [
        1.50
      ],
      "interactions": [
        {
          "description": "d",
          "x-unknown": "kept",
          "type": "Synchronous/HTTP",
          "request": {
            "method": "GET",
            "path": "/"
          },
          "response": {
            "status": 200
          }
        }
      ],
      "metadata": {
        "pactSpecification": {
          "version": "4.0"
        }
      }
    }

    """

  @Test func `writes what it read, order and unknown attributes included`() throws {
    let contract = try PactReaderTests.contract(Self.text)
    let bytes = try PactWriter(specification: .v4).bytes(contract)
    #expect(String(decoding: bytes, as: UTF8.self) == Self.text)
  }

  @Test(arguments: [SpecificationVersion.v2, .v3, .v4])
  func `reads from another version what it wrote`(version: SpecificationVersion) throws {
    let body = try JSONValue(parsing: #"{"id": 42, "items": [{"sku": "A-1"}]}"#)
    let rule = try JSONValue(parsing: #"{"match": "type", "min": 1}"#)
    let interaction = Interaction(
      description: "an order", providerStates: [ProviderState("order 42 exists")],
      content: .http(
        HTTPRequest(
          method: "PUT", path: "/orders/42", query: [Field("a b", ["1", "é"])],
          headers: [Field("Content-Type", ["application/json"])], body: Body(.json(body)),
          rules: [
            MatchingRuleSet(.body, "$.items", rules: [rule]),
            MatchingRuleSet(
              .path, rules: [try JSONValue(parsing: #"{"match": "regex", "regex": "/.*"}"#)]),
            MatchingRuleSet(
              .header, "X-Name", rules: [try JSONValue(parsing: #"{"match": "type"}"#)]),
          ]),
        HTTPResponse(
          status: 200, headers: [Field("Content-Type", ["application/pdf"])],
          body: Body(.binary([0x25, 0x50, 0xFF])))))
    var contract = Contract(consumer: "web-shop", provider: "order-service", specification: version)
    contract.interactions = [interaction]
    let bytes = try PactWriter(specification: version).bytes(contract)
    #expect(bytes == (try PactWriter(specification: version).bytes(contract)))
    let again = try PactReaderTests.contract(String(decoding: bytes, as: UTF8.self))
    #expect(again.specification == version)
    guard case .http(var request, let response)? = again.interactions.first?.content,
      case .http(var expected, let expectedResponse) = interaction.content
    else {
      Issue.record("no HTTP interaction")
      return
    }
    request.rules.sort { $0.category.rawValue < $1.category.rawValue }
    expected.rules.sort { $0.category.rawValue < $1.category.rawValue }
    request.body.contentType = nil
    #expect(request == expected)
    #expect(response.body.bytes == expectedResponse.body.bytes)
    #expect(again.interactions.first?.providerStates == interaction.providerStates)
  }

  @Test func `refuses what a version has no words for`() {
    let contract = Contract(
      consumer: "a", provider: "b",
      interactions: [Interaction(description: "m", content: .message(MessageContents()))])
    let error = #expect(throws: Diagnostic.self) {
      try PactWriter(specification: .v2).bytes(contract)
    }
    #expect(error?.message == "the interaction 'm' is a message, which needs version 3")
  }

  @Test(.enabled(if: Conformance.isAvailable))
  func `loses nothing of the files of others`() throws {
    let files = Conformance.files(in: "pact-schemas/examples").filter {
      $0.path.contains("/pass/")
    }
    #expect(files.count == 205)
    for file in files {
      let name = file.path.components(separatedBy: "/examples/").last ?? ""
      let read = ContractFile(reading: try Conformance.bytes(file), file: name)
      guard case .contract(let contract)? = read.content else {
        Issue.record("\(name): \(read.diagnostics.map(\.description))")
        continue
      }
      let version = max(contract.specification, .v2)
      let written = try PactWriter(specification: version).bytes(contract)
      let root = try JSONDocument(parsing: written).root
      if contract.specification == version, root["metadata"] != nil {
        let original = try JSONDocument(parsing: try Conformance.bytes(file)).root
        for member in original.members where member.name != "metadata" {
          #expect(root[member.name] == member.value, "\(name) \(member.name)")
        }
      }
    }
  }
}
