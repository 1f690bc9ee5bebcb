import Foundation
import JSONText
import MockEngine
import MockServer
import TestSupport
import Testing

/// WireMock's admin API.
@Suite struct StubAdminTests {
  static let id = "8c5db8b0-2db4-4ad7-a99f-38c9b00da3f7"

  static func stub(_ url: String, _ body: String, _ more: String = "") -> String {
    #"{"request": {"url": "\#(url)"}, "response": {"body": "\#(body)"}\#(more)}"#
  }

  @Test func `a stub is added, shown, changed and removed`() async throws {
    try await StubServer.run { mock async throws in
      let made = try await mock.admin("POST", "mappings", Self.stub("/a", "1"))
      let id = try #require(made.json["id"]?.string)
      #expect(made.status == 201 && made.json["uuid"]?.string == id)
      #expect(try await mock.ask("GET", "/a").text == "1")
      #expect(try await mock.admin("GET", "mappings/\(id)").json["id"]?.string == id)
      #expect(try await mock.admin("PUT", "mappings/\(id)", Self.stub("/a", "2")).status == 200)
      #expect(try await mock.ask("GET", "/a").text == "2")
      let third = Self.stub("/a", "3", #", "id": "\#(id)""#)
      #expect(try await mock.admin("POST", "mappings/edit", third).status == 200)
      #expect(try await mock.ask("GET", "/a").text == "3")
      #expect(try await mock.admin("GET", "mappings").json["meta"]?["total"]?.integer == 1)
      #expect(try await mock.admin("DELETE", "mappings/\(id)").status == 200)
      #expect(try await mock.ask("GET", "/a").text != "2")
      #expect(try await mock.admin("GET", "mappings/\(id)").status == 404)
    }
  }

  @Test func `lists have a limit and an offset`() async throws {
    try await StubServer.run { mock async throws in
      for number in 0..<5 {
        _ = try await mock.admin("POST", "mappings", Self.stub("/\(number)", ""))
      }
      let page = try await mock.admin("GET", "mappings?limit=2&offset=1").json
      let urls = page["mappings"]?.elements.map { $0["request"]?["url"]?.string }
      #expect(urls == ["/3", "/2"])
      #expect(page["meta"]?["total"]?.integer == 5)
      #expect(try await mock.admin("GET", "mappings?limit=x").status == 422)
    }
  }

  @Test(arguments: [
    (#"{"request": {"url": "/a", "urlPath": "/a"}}"#, "/request/urlPath"),
    (
      #"{"request": {"headers": {"A": {"equalTo": "a", "contains": "b"}}}}"#,
      "/request/headers/A/contains"
    ),
    (#"{"request": {"bodyPatterns": [{"matches": "("}]}}"#, "/request/bodyPatterns/0/matches"),
    (#"{"request": {"foo": 1}}"#, "/request/foo"),
    (#"{"request": {"customMatcher": {"name": "x"}}}"#, "/request/customMatcher"),
    (#"{"request": {}, "response": {"proxyBaseUrl": "http://x"}}"#, "/response/proxyBaseUrl"),
    (#"{"request": {}, "response": {"status": "200"}}"#, "/response/status"),
    (#"{"request": {}, "response": {"body": "a", "jsonBody": 1}}"#, "/response/jsonBody"),
    (#"{"request": {}, "response": {"fault": "NONE"}}"#, "/response/fault"),
    (#"{"request": {}, "response": {"transformers": ["mine"]}}"#, "/response/transformers/0"),
    (
      #"{"request": {}, "response": {"delayDistribution": {"type": "uniform", "lower": 2, "upper": 1}}}"#,
      "/response/delayDistribution/lower"
    ),
    (#"{"request": {}, "serveEventListeners": [{"name": "mine"}]}"#, "/serveEventListeners/0/name"),
    (
      #"{"request": {}, "serveEventListeners": [{"name": "webhook", "parameters": {"method": "GET"}}]}"#,
      "/serveEventListeners/0/parameters"
    ),
    (#"{"request": {}, "newScenarioState": "x"}"#, "/newScenarioState"),
    (#"{"id": "7", "request": {}}"#, "/id"),
    (#"{"request": {}, "foo": 1}"#, "/foo"),
  ])
  func `what cannot be used is refused with a pointer`(
    _ mapping: String, _ pointer: String
  ) async throws {
    try await StubServer.run { mock async throws in
      let refusal = try await mock.admin("POST", "mappings", mapping)
      let error = try #require(refusal.json["errors"]?.elements.first { _ in true })
      #expect(refusal.status == 422)
      #expect(error["source"]?["pointer"]?.string == pointer)
      #expect(try await mock.admin("GET", "mappings").json["meta"]?["total"]?.integer == 0)
    }
  }

  @Test func `an import adds all or none`() async throws {
    try await StubServer.run(Self.stub("/old", "old")) { mock async throws in
      let bad = #"{"mappings": [\#(Self.stub("/a", "a")), {"request": {"foo": 1}}]}"#
      let refusal = try await mock.admin("POST", "mappings/import", bad)
      let error = try #require(refusal.json["errors"]?.elements.first { _ in true })
      #expect(error["source"]?["pointer"]?.string == "/mappings/1/request/foo")
      #expect(try await mock.ask("GET", "/a").status == 404)
      let options = #""importOptions": {"deleteAllNotInImport": true}"#
      let good = #"{"mappings": [\#(Self.stub("/a", "a"))], \#(options)}"#
      #expect(try await mock.admin("POST", "mappings/import", good).status == 200)
      #expect(try await mock.ask("GET", "/a").text == "a")
      #expect(try await mock.ask("GET", "/old").status == 404)
      #expect(try await mock.admin("POST", "mappings/reset").status == 200)
      #expect(try await mock.ask("GET", "/old").text == "old")
      #expect(try await mock.ask("GET", "/a").status == 404)
    }
  }

  @Test func `an import leaves stubs that are there when it is told to`() async throws {
    let old = Self.stub("/a", "old", #", "id": "\#(Self.id)""#)
    try await StubServer.run(old) { mock async throws in
      let new = Self.stub("/a", "new", #", "id": "\#(Self.id)""#)
      for (policy, body) in [("IGNORE", "old"), ("OVERWRITE", "new")] {
        let text = #"{"mappings": [\#(new)], "importOptions": {"duplicatePolicy": "\#(policy)"}}"#
        let answer = try await mock.admin("POST", "mappings/import", text)
        #expect(answer.status == 200)
        #expect(try await mock.ask("GET", "/a").text == body)
      }
    }
  }

  @Test func `stubs are found and removed by their metadata`() async throws {
    try await StubServer.run { mock async throws in
      let pattern = #"{"matchesJsonSchema": {"required": ["team"]}}"#
      _ = try await mock.admin(
        "POST", "mappings", Self.stub("/a", "", #", "metadata": {"team": 1}"#))
      _ = try await mock.admin("POST", "mappings", Self.stub("/b", ""))
      let found = try await mock.admin("POST", "mappings/find-by-metadata", pattern).json
      #expect(found["mappings"]?.elements.map { $0["request"]?["url"]?.string } == ["/a"])
      #expect(try await mock.admin("POST", "mappings/remove-by-metadata", pattern).status == 200)
      #expect(try await mock.admin("GET", "mappings").json["meta"]?["total"]?.integer == 1)
    }
  }

  @Test func `stubs that never answered are listed`() async throws {
    try await StubServer.run { mock async throws in
      _ = try await mock.admin("POST", "mappings", Self.stub("/a", ""))
      _ = try await mock.admin("POST", "mappings", Self.stub("/b", ""))
      _ = try await mock.ask("GET", "/a")
      let unused = try await mock.admin("GET", "mappings/unmatched").json
      #expect(unused["mappings"]?.elements.map { $0["request"]?["url"]?.string } == ["/b"])
      _ = try await mock.admin("DELETE", "mappings/unmatched")
      #expect(try await mock.admin("GET", "mappings").json["meta"]?["total"]?.integer == 1)
    }
  }

  @Test func `scenarios are listed, set and reset`() async throws {
    let stub = Self.stub(
      "/s", "",
      #", "scenarioName": "S", "requiredScenarioState": "two", "newScenarioState": "three""#)
    try await StubServer.run(stub) { mock async throws in
      func state() async throws -> String? {
        try await mock.admin("GET", "scenarios").json["scenarios"]?.elements
          .first { _ in true }?["state"]?.string
      }
      #expect(try await state() == "Started")
      #expect(try await mock.ask("GET", "/s").status == 404)
      #expect(try await mock.admin("PUT", "scenarios/S/state", #"{"state": "two"}"#).status == 200)
      #expect(try await mock.ask("GET", "/s").status == 200)
      #expect(try await state() == "three")
      #expect(try await mock.admin("PUT", "scenarios/S/state", #"{"state": "x"}"#).status == 422)
      #expect(try await mock.admin("PUT", "scenarios/T/state", "{}").status == 404)
      #expect(try await mock.admin("POST", "scenarios/reset").status == 200)
      #expect(try await state() == "Started")
    }
  }

  @Test func `requests are found by whatever stubs can match`() async throws {
    try await StubServer.run { mock async throws in
      _ = try await mock.ask("POST", "/a?x=1", #"{"n": 1}"#, headers: ["X-A": "b"])
      _ = try await mock.ask("POST", "/a?x=2", #"{"n": 2}"#)
      for (pattern, count) in [
        (#"{"method": "POST", "urlPath": "/a"}"#, 2),
        (#"{"queryParameters": {"x": {"equalTo": "2"}}}"#, 1),
        (#"{"headers": {"X-A": {"absent": true}}}"#, 1),
        (#"{"bodyPatterns": [{"equalToJson": {"n": 1}}]}"#, 1),
        (#"{"urlPathTemplate": "/{b}"}"#, 2),
      ] {
        let answer = try await mock.admin("POST", "requests/count", pattern).json
        #expect(answer["count"]?.integer == count, "\(pattern)")
      }
      let near = try await mock.admin("POST", "near-misses/request-pattern", #"{"url": "/b"}"#).json
      #expect(near["nearMisses"]?.elements.map(\.self).count == 2)
    }
  }

  @Test func `the journal tells which stub answered`() async throws {
    let stub = Self.stub("/a", "", #", "id": "\#(Self.id)""#)
    try await StubServer.run(stub) { mock async throws in
      _ = try await mock.ask("GET", "/a")
      _ = try await mock.ask("GET", "/b")
      let all = try await mock.admin("GET", "requests").json
      let ids = all["requests"]?.elements.map { $0["stubMapping"]?["id"]?.string }
      #expect(ids == [nil, Self.id])
      let some = try await mock.admin("GET", "requests?matchingStub=\(Self.id)").json
      #expect(some["requests"]?.elements.map { $0["request"]?["url"]?.string } == ["/a"])
      let near = try await mock.admin("GET", "requests/unmatched/near-misses").json
      let miss = try #require(near["nearMisses"]?.elements.first { _ in true })
      #expect(miss["stubMapping"]?["id"]?.string == Self.id)
      #expect(miss["matchResult"]?["distance"]?.double == 0.5)
    }
  }

  @Test func `settings delay every answer, and a reset takes them back`() async throws {
    try await StubServer.run(Self.stub("/a", "")) { mock async throws in
      let settings =
        #"{"fixedDelay": 40, "delayDistribution": {"type": "fixed", "milliseconds": 30}}"#
      #expect(try await mock.admin("POST", "settings", settings).json["fixedDelay"]?.integer == 40)
      let clock = ContinuousClock()
      let time1 = try await clock.measure { _ = try await mock.ask("GET", "/a") }
      #expect(time1 >= .milliseconds(70))
      #expect(try await mock.admin("POST", "settings", #"{"fixedDelay": -1}"#).status == 422)
      #expect(try await mock.admin("POST", "reset").status == 200)
      let now = try await mock.admin("GET", "settings").json
      #expect(now["settings"]?.description == "{}")
    }
  }

  @Test func `stubs are saved to files of their own`() async throws {
    try await StubFileTests.inFolder { folder in
      try await StubServer.run(folder: folder) { mock async throws in
        _ = try await mock.admin(
          "POST", "mappings", Self.stub("/a", "x", #", "id": "\#(Self.id)""#))
        #expect(try await mock.admin("POST", "mappings/save").status == 200)
        let file = folder.appendingPathComponent("mappings/\(Self.id).json")
        let json = try JSONDocument(parsing: Array(try Data(contentsOf: file))).root
        #expect(json["request"]?["url"]?.string == "/a")
      }
    }
  }

  @Test func `a shutdown is answered before it happens`() async throws {
    try await StubServer.run { mock async throws in
      #expect(try await mock.admin("POST", "shutdown").status == 200)
      await mock.server.waitForShutdown()
    }
  }
}
