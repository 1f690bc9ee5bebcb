import Foundation
import JSONText
import TestSupport
import Testing

/// Secrets of `counterpart verify`, and their absence from everything that it writes.
@Suite(.timeLimit(.minutes(3)))
struct SecretTests {
  static let files = ["a.json": Pact.file(VerifyCommandTests.order)]
  static let secret = #"t0k3n"with\quotes'"#

  /// Answers with the token that it was sent.
  static let echo: @Sendable (ReceivedRequest) -> ScriptedReply = { request in
    let token = (request.header("authorization") ?? "none").map { character in
      character == "\"" || character == "\\" ? "\\\(character)" : "\(character)"
    }
    return VerifyCommandTests.json(#"{"id":"\#(token.joined())"}"#)
  }

  @Test(arguments: [
    "Authorization=Bearer ${env:TOKEN}", "Authorization: Bearer ${file:token}",
    #"Authorization=Bearer ${command:printf '%s\n' "$TOKEN"}"#,
  ])
  func `a secret is sent, and is in no output`(header: String) async throws {
    let ready = ReadyFile()
    defer { ready.remove() }
    let answer: @Sendable (ReceivedRequest) -> ScriptedReply = { request in
      ready.wait()
      return Self.echo(request)
    }
    try await Verification.with(Self.files, provider: answer) { verification, server in
      try verification.folder.write(Self.secret + "\n", to: "token")
      for format in ["text", "json", "github"] {
        ready.remove()
        let end = try await CommandLineTool.counterpart.run(
          verification.arguments([
            "a.json", "--header", header, "--format", format, "--json", "o.json", "--junit",
            "o.xml", "--html", "o.html", "--markdown", "o.md", "--start",
            #"printf '%s\n' "$TOKEN"; printf '%s\n' "$TOKEN" >&2; \#(ready.command); exec sleep 3600"#,
            "--wait-for", "\(server.url)/ready",
          ]), in: verification.folder.url, environment: ["TOKEN": Self.secret])
        #expect(end.exitCode == 1, "\(end)")
        #expect(end.output.contains("***"))
        for name in ["o.json", "o.xml", "o.html", "o.md"] {
          let text = String(decoding: try verification.folder.read(name), as: UTF8.self)
          #expect(text.contains("***"), "\(name)")
          #expect(!text.contains("t0k3n"), "\(name): \(text)")
        }
        #expect(!(end.output + end.errors).contains("t0k3n"), "\(end)")
      }
      let sent = server.requests.filter { $0.methodAndTarget == "GET /orders/42" }.map {
        $0.header("authorization")
      }
      #expect(Set(sent) == ["Bearer \(Self.secret)"])
    }
  }

  @Test func `a token is fetched once, or for each request`() async throws {
    let files = ["a.json": VerifyCommandTests.four]
    let command = "echo x >> count; printf 'token-%s' $(wc -l < count)"
    for (options, tokens) in [
      ([], ["token-1", "token-1", "token-1", "token-1"]),
      (["--token-per-request"], ["token-1", "token-2", "token-3", "token-4"]),
      (
        ["--token-per-request", "--samples", "2", "--filter-description", "b"],
        ["token-1", "token-2"]
      ),
    ] {
      try await Verification.with(files) { verification, server in
        let end = try await CommandLineTool.counterpart.run(
          verification.arguments(["a.json", "--token-command", command] + options),
          in: verification.folder.url)
        #expect(end.exitCode == 0, "\(end)")
        #expect(
          server.requests.map { $0.header("authorization") ?? "" } == tokens.map { "Bearer \($0)" })
      }
    }
  }

  @Test(arguments: [
    (["--header", "A=${env:COUNTERPART_NONE}"], "variable 'COUNTERPART_NONE' is not set"),
    (["--header", "A=${file:none}"], "cannot open 'none'"),
    (["--header", "A=${command:echo why >&2; exit 3}"], "failed with exit code 3: why"),
    (["--header", "A=${env:COUNTERPART_SHORT}"], "is shorter than 4 bytes"),
    (["--header", "A=${vault:x}"], "expected ${env:NAME}, ${file:PATH} or ${command:COMMAND}"),
    (["--header", "A=${command:printf 'abcd\\nefgh'}"], "line break"),
    (["--token-command", "exit 1"], "--token-command failed with exit code 1"),
    (["--token-command", "true"], "--token-command is empty"),
  ])
  func `a secret that is missing is 78, and nothing runs`(
    options: [String], reason: String
  ) async throws {
    try await Verification.with(Self.files) { verification, server in
      let end = try await CommandLineTool.counterpart.run(
        verification.arguments(["a.json", "--start", "touch started"] + options),
        in: verification.folder.url, environment: ["COUNTERPART_SHORT": "abc"])
      #expect(end.exitCode == 78)
      #expect(end.errors.hasPrefix("error: "))
      #expect(end.errors.contains(reason), "\(end)")
      #expect(server.requests.isEmpty)
      #expect(!verification.folder.has("started"))
    }
  }
}
