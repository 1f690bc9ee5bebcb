import Foundation
import JSONText
import MockEngine
import MockServer
import TestSupport
import Testing

/// What was done to other mock servers, tried here; docs/security.md lists it.
@Suite(.timeLimit(.minutes(2)))
struct AttackTests {
  private static let stub = #"{"request": {"url": "/evil"}, "response": {"body": "evil"}}"#

  // MARK: A page in a developer's browser

  @Test(arguments: [
    ["Origin": "http://evil.example", "Content-Type": "text/plain"],
    ["Origin": "null", "Content-Type": "text/plain"],
    ["Origin": "http://localhost.evil.example"],
    ["Sec-Fetch-Site": "cross-site"], ["Sec-Fetch-Site": "same-site"],
    ["Host": "evil.example"], ["Host": "127.0.0.1.evil.example"],
    ["Host": "localhost.evil.example:80"],
  ])
  func `it changes nothing by the admin API`(headers: [String: String]) async throws {
    try await StubServer.run { mock in
      for (method, path) in [
        ("POST", "mappings"), ("POST", "reset"), ("POST", "shutdown"), ("DELETE", "requests"),
        ("POST", "recordings/start"), ("PUT", "faults"), ("POST", "sessions"), ("PUT", "files/a"),
      ] {
        let connection = try RawConnection(port: mock.server.port)
        let fields = ["Host": "localhost"].merging(headers) { $1 }
          .map { "\($0.key): \($0.value)\r\n" }.joined()
        connection.send(
          "\(method) /__admin/\(path) HTTP/1.1\r\n\(fields)Content-Length: \(Self.stub.utf8.count)\r\n\r\n\(Self.stub)"
        )
        #expect(try await connection.response().status == 403, "\(path)")
      }
      #expect(try await mock.admin("GET", "mappings").json["meta"]?["total"]?.integer == 0)
    }
  }

  @Test func `it reads nothing either`() async throws {
    try await StubServer.run(options: MockOptions(allowsCrossOrigin: true)) { mock in
      let origin = ["Origin": "http://evil.example", "Access-Control-Request-Method": "POST"]
      for method in ["GET", "OPTIONS"] {
        let answer = try await mock.ask(method, "/__admin/mappings", headers: origin)
        #expect(!answer.lines.contains { $0.lowercased().hasPrefix("access-control") })
      }
    }
  }

  // MARK: Paths that lead out

  private static func withFolder<Value>(_ test: (URL) async throws -> Value) async throws -> Value {
    let root = FileManager.default.temporaryDirectory
      .appendingPathComponent("counterpart-\(UUID().uuidString)")
    let files = root.appendingPathComponent("mock/__files")
    try FileManager.default.createDirectory(at: files, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: root) }
    try Data("secret".utf8).write(to: root.appendingPathComponent("secret.txt"))
    try Data("open".utf8).write(to: files.appendingPathComponent("open.txt"))
    try FileManager.default.createSymbolicLink(
      at: files.appendingPathComponent("link.txt"),
      withDestinationURL: root.appendingPathComponent("secret.txt"))
    try FileManager.default.createSymbolicLink(
      at: files.appendingPathComponent("folder"), withDestinationURL: root)
    return try await test(root.appendingPathComponent("mock"))
  }

  @Test func `no file outside of __files is read or written, by the API or by a template`()
    async throws
  {
    try await Self.withFolder { folder in
      try await StubServer.run(folder: folder) { mock in
        let outside = [
          "../../secret.txt", "..%2f..%2fsecret.txt", "%2e%2e/%2e%2e/secret.txt",
          "..%5c..%5csecret.txt", "link.txt", "folder/secret.txt", "%2fetc%2fpasswd",
          "open.txt%00.png",
        ]
        for name in outside {
          let read = try await mock.ask("GET", "/__admin/files/\(name)")
          #expect(read.status >= 400, "\(name)")
          #expect(!read.text.contains("secret\n") && !read.text.hasPrefix("secret"), "\(name)")
          let written = try await mock.ask("PUT", "/__admin/files/\(name)", "changed")
          #expect(written.status >= 400, "\(name)")
        }
        let listed = try await mock.ask("GET", "/__admin/files").text
        #expect(!listed.contains(folder.path), "\(listed)")
        let template = """
          {"request": {"urlPath": "/file"},
           "response": {"bodyFileName": "{{request.query.name}}", "transformers": ["response-template"]}}
          """
        #expect(try await mock.admin("POST", "mappings", template).status == 201)
        #expect(try await mock.ask("GET", "/file?name=open.txt").text == "open")
        for name in outside + ["../../secret.txt", "folder/secret.txt"] {
          let answer = try await mock.ask("GET", "/file?name=\(name)")
          #expect(answer.status == 500, "\(name)")
          #expect(!answer.text.hasPrefix("secret"), "\(name)")
        }
        let fixed = #"{"request": {}, "response": {"bodyFileName": "../../secret.txt"}}"#
        let stubbed = try await mock.admin("POST", "mappings", fixed)
        if stubbed.status == 201 { #expect(try await mock.ask("GET", "/any").status == 500) }
        #expect(
          try String(
            contentsOf: folder.deletingLastPathComponent().appendingPathComponent("secret.txt"),
            encoding: .utf8) == "secret")
      }
    }
  }

  // MARK: Programs in stubs

  @Test(arguments: [
    #""transformers": ["javascript"]"#, #""transformers": ["velocity-response-transformer"]"#,
    #""transformers": ["response-template"], "body": "{{systemValue key='PATH'}}""#,
    #""transformers": ["response-template"], "body": "{{exec 'id'}}""#,
    #""transformers": ["response-template"], "body": "{{lookup this '__proto__'}}{{#helper}}{{/helper}}""#,
  ])
  func `a stub runs no program and tells nothing of the machine`(response: String) async throws {
    try await StubServer.run { mock in
      let added = try await mock.admin(
        "POST", "mappings", #"{"request": {"url": "/x"}, "response": {\#(response)}}"#)
      if added.status == 201 {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin"
        #expect(!(try await mock.ask("GET", "/x").text.contains(path)))
      } else {
        #expect(added.status == 422)
      }
    }
  }

  // MARK: Requests that take all time or memory

  @Test func `no expression, document or template takes longer than its limit`() async throws {
    let stubs = """
      {"mappings": [
        {"request": {"url": "/regex", "bodyPatterns": [{"matches": "(a+)+$"}]}},
        {"request": {"url": "/path", "bodyPatterns": [{"matchesJsonPath": "$..[?(@.a =~ /(a+)+$/)]"}]}},
        {"request": {"url": "/xml", "bodyPatterns": [{"matchesXPath": "//a"}]}},
        {"request": {"url": "/json", "bodyPatterns": [{"equalToJson": {"a": 1}}]}},
        {"request": {"url": "/template"},
         "response": {"transformers": ["response-template"],
           "body": "{{#each (range 1 100000)}}{{#each (range 1 100000)}}{{#each (range 1 100000)}}x{{/each}}{{/each}}{{/each}}"}}
      ]}
      """
    let laughs = """
      <!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
      <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">
      <!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;"><!ENTITY f "&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;">]><a>&f;</a>
      """
    let outside = #"<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>"#
    let deep = String(repeating: "[", count: 1_000_000)
    let bad = String(repeating: "a", count: 60_000) + "!"
    try await StubServer.run(stubs) { mock in
      for (path, body) in [
        ("/regex", bad), ("/path", #"{"a": "\#(bad)"}"#), ("/xml", laughs), ("/xml", outside),
        ("/xml", String(repeating: "<a>", count: 200_000)), ("/json", deep),
        ("/json", String(repeating: #"{"a":"#, count: 200_000)),
      ] {
        let answer = try await mock.ask("POST", path, body)
        #expect(answer.status == 404, "\(path)")
        #expect(!answer.text.contains("root:"), "\(path)")
      }
      let rendered = try await mock.ask("GET", "/template")
      #expect(rendered.status == 500)
      // It still answers.
      #expect(try await mock.ask("GET", "/__admin/health").status == 200)
    }
  }

  @Test func `too large a request is refused before it is kept`() async throws {
    try await StubServer.run { mock in
      for (request, status) in [
        ("GET /\(String(repeating: "a", count: 70_000)) HTTP/1.1\r\n\r\n", 431),
        ("GET / HTTP/1.1\r\nX: \(String(repeating: "a", count: 70_000))\r\n\r\n", 431),
        ("GET / HTTP/1.1\r\n\(String(repeating: "X: a\r\n", count: 20_000))\r\n", 431),
        ("POST / HTTP/1.1\r\nContent-Length: 99999999999\r\n\r\n", 413),
        ("POST / HTTP/1.1\r\nContent-Length: 99999999999999999999999\r\n\r\n", 400),
        (
          "POST / HTTP/1.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400
        ),
      ] {
        let connection = try RawConnection(port: mock.server.port)
        connection.send(request)
        let answer = try await connection.response()
        #expect(answer.status == status || answer.status == 414, "\(request.prefix(60))")
      }
    }
  }

  @Test func `a refusal tells nothing of the inside`() async throws {
    try await StubServer.run { mock in
      let answer = try await mock.ask("POST", "/__admin/mappings", "{")
      #expect(answer.status == 422)
      for word in [".swift", "Sources/", "0x", "Optional("] { #expect(!answer.text.contains(word)) }
    }
  }
}
