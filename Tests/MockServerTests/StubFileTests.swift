import Foundation
import JSONText
import TestSupport
import Testing

/// Bodies from files, and that nothing outside of their folder can be reached.
@Suite struct StubFileTests {
  /// Runs a test in a folder with `__files/body.txt`, a secret beside it, and a link that leads there.
  static func inFolder<Value>(_ test: (URL) async throws -> Value) async throws -> Value {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("counterpart-stubs-\(UUID().uuidString)")
    let files = folder.appendingPathComponent("__files")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: files, withIntermediateDirectories: true)
    try Data("body".utf8).write(to: files.appendingPathComponent("body.txt"))
    try Data("secret".utf8).write(to: folder.appendingPathComponent("secret.txt"))
    try FileManager.default.createSymbolicLink(
      at: files.appendingPathComponent("link"), withDestinationURL: folder)
    return try await test(folder)
  }

  static func stub(_ name: String) -> String {
    #"{"request": {"url": "/f"}, "response": {"bodyFileName": "\#(name)"}}"#
  }

  @Test func `a file is read for each request`() async throws {
    try await Self.inFolder { folder in
      try await StubServer.run(Self.stub("body.txt"), folder: folder) { mock async throws in
        #expect(try await mock.ask("GET", "/f").text == "body")
        let file = folder.appendingPathComponent("__files/body.txt")
        try Data("changed".utf8).write(to: file)
        #expect(try await mock.ask("GET", "/f").text == "changed")
      }
    }
  }

  @Test(arguments: [
    "../secret.txt", "/etc/passwd", "link/secret.txt", "a/../../secret.txt", "missing",
    "./body.txt",
  ])
  func `a file outside is not read`(_ name: String) async throws {
    try await Self.inFolder { folder in
      try await StubServer.run(Self.stub(name), folder: folder) { mock async throws in
        let answer = try await mock.ask("GET", "/f")
        #expect(answer.status == 500)
        #expect(!answer.text.contains("secret\n") && !answer.text.contains("root:"))
      }
    }
  }

  @Test func `the API reads, writes and removes files in the folder alone`() async throws {
    try await Self.inFolder { folder in
      try await StubServer.run(folder: folder) { mock async throws in
        #expect(try await mock.ask("PUT", "/__admin/files/new/a.txt", "hello").status == 200)
        #expect(try await mock.ask("GET", "/__admin/files/new/a.txt").text == "hello")
        #expect(
          try await mock.admin("GET", "files").json.description == #"["body.txt","new/a.txt"]"#)
        #expect(try await mock.ask("DELETE", "/__admin/files/new/a.txt").status == 200)
        #expect(try await mock.ask("GET", "/__admin/files/new/a.txt").status == 404)
        for name in ["..%2Fsecret.txt", "link/secret.txt", "%2e%2e/secret.txt"] {
          #expect(try await mock.ask("GET", "/__admin/files/\(name)").status == 422, "\(name)")
          #expect(try await mock.ask("PUT", "/__admin/files/\(name)", "x").status == 422, "\(name)")
          #expect(try await mock.ask("DELETE", "/__admin/files/\(name)").status == 422, "\(name)")
        }
        let secret = folder.appendingPathComponent("secret.txt")
        #expect(try String(contentsOf: secret, encoding: .utf8) == "secret")
      }
    }
  }

  @Test func `without a folder a file name is refused`() async throws {
    try await StubServer.run { mock async throws in
      let refusal = try await mock.admin("POST", "mappings", Self.stub("body.txt"))
      let error = try #require(refusal.json["errors"]?.elements.first { _ in true })
      #expect(refusal.status == 422)
      #expect(error["source"]?["pointer"]?.string == "/response/bodyFileName")
      #expect(try await mock.ask("GET", "/__admin/files").status == 404)
    }
  }
}
