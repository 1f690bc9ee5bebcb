import Foundation
import JSONText
import TestSupport
import Testing

/// Templates in stubs over real connections.
@Suite struct StubTemplateTests {
  static func stub(_ request: String, _ response: String) -> String {
    #"{"request": {\#(request)}, "response": {"transformers": ["response-template"], \#(response)}}"#
  }

  @Test func `a body is made of the request, and escaped for JSON`() async throws {
    let stub = Self.stub(
      #""urlPathTemplate": "/users/{id}""#,
      #"""
      "headers": {"Content-Type": "application/json", "X-Method": "{{request.method}}"},
      "body": "{\"id\": \"{{request.path.id}}\", \"q\": \"{{request.query.q}}\", \"p\": \"{{parameters.p}}\"}",
      "transformerParameters": {"p": 1}
      """#)
    try await StubServer.run(stub) { mock async throws in
      let answer = try await mock.ask("GET", "/users/7?q=%22%3C%3D")
      #expect(answer.text == #"{"id": "7", "q": "\"<=", "p": "1"}"#)
      #expect(answer.header("X-Method") == "GET")
    }
  }

  @Test func `a request cannot bring header lines of its own`() async throws {
    let stub = Self.stub(#""urlPath": "/a""#, #""headers": {"X-A": "{{request.query.a}}"}"#)
    try await StubServer.run(stub) { mock async throws in
      let answer = try await mock.ask("GET", "/a?a=1%0D%0ASet-Cookie:%20b=2")
      #expect(answer.header("X-A") == "1Set-Cookie: b=2")
      #expect(answer.header("Set-Cookie") == nil)
    }
  }

  @Test func `the name of a file and what is in it may be templates, but lead nowhere else`()
    async throws
  {
    try await StubFileTests.inFolder { folder in
      let file = folder.appendingPathComponent("__files/hello.txt")
      try Data("hello {{request.query.name}}".utf8).write(to: file)
      let stub = Self.stub(
        #""urlPathPattern": "/.*""#, #""bodyFileName": "{{request.query.file}}""#)
      try await StubServer.run(stub, folder: folder) { mock async throws in
        #expect(try await mock.ask("GET", "/a?file=hello.txt&name=Ada").text == "hello Ada")
        for name in ["../secret.txt", "..%2Fsecret.txt", "link/secret.txt", "/etc/passwd", ""] {
          let answer = try await mock.ask("GET", "/a?file=\(name)")
          #expect(answer.status == 500 && !answer.text.hasPrefix("secret"), "\(name)")
        }
      }
    }
  }

  @Test(arguments: [
    (#""body": "{{#if a}}""#, "/response/body"), (#""body": "{{nothing 'a'}}""#, "/response/body"),
    (#""headers": {"X": "{{"}"#, "/response/headers/X"),
    (#""jsonBody": {"a": "{{jsonPath request.body '$['}}"}"#, "/response/jsonBody"),
    (#""bodyFileName": "{{""#, "/response/bodyFileName"),
  ])
  func `a bad template is refused with a pointer`(
    _ response: String, _ pointer: String
  ) async throws {
    try await StubFileTests.inFolder { folder in
      try await StubServer.run(folder: folder) { mock async throws in
        let refusal = try await mock.admin("POST", "mappings", Self.stub("", response))
        let error = try #require(refusal.json["errors"]?.elements.first { _ in true })
        #expect(refusal.status == 422)
        #expect(error["source"]?["pointer"]?.string == pointer)
      }
    }
  }

  @Test func `random values follow the seed`() async throws {
    let stub = Self.stub("", #""body": "{{randomValue length=20 type='ALPHANUMERIC'}}""#)
    func bodies() async throws -> [String] {
      try await StubServer.run(stub) { mock async throws in
        [try await mock.ask("GET", "/").text, try await mock.ask("GET", "/").text]
      }
    }
    let first = try await bodies()
    #expect(first[0] != first[1])
    #expect(try await bodies() == first)
  }
}
