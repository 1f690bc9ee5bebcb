import FaultModel
import Foundation
import MockEngine
import MockServer
import TestSupport
import Testing

/// TLS of the mock, with the real curl for its client.
@Suite(.enabled(if: MockTLS.isAvailable && Curl.path != nil), .timeLimit(.minutes(5)))
struct TLSTests {
  @Test(arguments: ["127.0.0.1", "localhost", "mock.test"])
  func `whoever trusts the authority that was made reaches the mock by its names`(
    host: String
  ) async throws {
    try await SecureServer.with { _ in
      MockTLS(.made(names: ["mock.test"]))
    } _: { secure in
      #expect(secure.server.url == "https://127.0.0.1:\(secure.server.port)")
      let outcome = try await secure.curl(
        ["--resolve", "mock.test:\(secure.server.port):127.0.0.1"], host: host)
      #expect(outcome.exitCode == 0, "\(outcome)")
      #expect(outcome.output == #"{"id":42}"#)
    }
  }

  @Test func `whoever does not trust it, or asks by another name, gets no further`() async throws {
    try await SecureServer.with { secure in
      let stranger = try await secure.curl(trusting: nil)
      #expect(stranger.exitCode == 60)
      let resolve = ["--resolve", "other.test:\(secure.server.port):127.0.0.1"]
      #expect(try await secure.curl(resolve, host: "other.test").exitCode == 60)
      #expect(await secure.server.requests().entries.count == 0)
    }
  }

  @Test func `every mock has an authority of its own`() async throws {
    try await SecureServer.with { first in
      try await SecureServer.with { second in
        #expect(first.server.certificateAuthority != second.server.certificateAuthority)
        let outcome = try await Curl.run([
          "--cacert", first.path("ca.pem"), "\(second.server.url)/orders/42",
        ])
        #expect(outcome.exitCode == 60)
      }
    }
  }

  @Test(arguments: ["--tlsv1.3", "--tls-max 1.2"])
  func `speaks TLS 1_3 and 1_2, and HTTP 1_1 by ALPN`(version: String) async throws {
    try await SecureServer.with { secure in
      let arguments = version.split(separator: " ").map(String.init)
      let outcome = try await secure.curl(
        arguments + ["--http1.1", "-w", "%{http_version}", "-o", "/dev/null"])
      #expect(outcome.exitCode == 0)
      #expect(outcome.output == "1.1")
    }
  }

  @Test func `keeps connections alive, takes large bodies and tells of each request`() async throws
  {
    try await SecureServer.with { secure in
      let url = "\(secure.server.url)/orders/42"
      let body = secure.path("big")
      try Data(repeating: 97, count: 3_000_000).write(to: URL(fileURLWithPath: body))
      let outcome = try await Curl.run([
        "--http1.1", "--cacert", secure.path("ca.pem"), url, url, "--data-binary", "@\(body)",
        "-H", "Expect:", "-w", "%{http_code} ", "-o", "/dev/null", "-o", "/dev/null",
      ])
      #expect(outcome.output == "500 500 ", "\(outcome)")
      let entries = await secure.server.requests().entries
      #expect(entries.map { $0.body.count } == [3_000_000, 3_000_000])
      #expect(Set(entries.map(\.source.connection)) == [1])
    }
  }

  @Test func `shows the certificate of the files`() async throws {
    try await SecureServer.with { path in
      MockTLS(.files(certificate: path("server.pem"), key: path("server.key")))
    } _: { secure in
      #expect(secure.server.certificateAuthority == nil)
      let friend = try await secure.curl(trusting: "authority.pem")
      #expect(friend.exitCode == 0)
      #expect(try await secure.curl(trusting: nil).exitCode == 60)
    }
  }

  @Test func `lets in only clients with a certificate, if it is told to`() async throws {
    try await SecureServer.with { path in
      MockTLS(clientAuthorities: path("authority.pem"))
    } _: { secure in
      func identity(_ name: String) -> [String] {
        ["--cert", secure.path("\(name).pem"), "--key", secure.path("\(name).key")]
      }
      let friend = try await secure.curl(identity("client"))
      #expect(friend.exitCode == 0)
      // In TLS 1.3 the refusal comes after the handshake of the client, which may be sending.
      for other in [[], identity("stranger")] {
        #expect([55, 56].contains(try await secure.curl(other).exitCode))
      }
      #expect(try await secure.curl(["--tls-max", "1.2"]).exitCode == 35)
      #expect(await secure.server.requests().entries.count == 1)
    }
  }

  @Test func `a request without TLS is told so`() async throws {
    try await SecureServer.with { secure in
      let outcome = try await Curl.run([
        "-w", "%{http_code}", "http://127.0.0.1:\(secure.server.port)/orders/42",
      ])
      #expect(outcome.output.hasSuffix("400"), "\(outcome)")
      #expect(outcome.output.contains("use https://"), "\(outcome)")
    }
  }

  @Test func `what is neither TLS nor HTTP ends the connection`() async throws {
    try await SecureServer.with { secure in
      let connection = try RawConnection(port: secure.server.port)
      connection.send([1, 2, 3, 4, 5, 6, 7, 8])
      _ = await connection.rest()
      let outcome = try await secure.curl()
      #expect(outcome.exitCode == 0)
    }
  }

  @Test func `stubs see the scheme`() async throws {
    try await SecureServer.with(options: MockOptions(isWireMockCompatible: true)) { secure in
      for (scheme, status) in [("https", "200"), ("http", "500")] {
        let stub = """
          {"request": {"method": "GET", "urlPath": "/\(scheme)", "scheme": "\(scheme)"},
          "response": {"status": 200}}
          """
        let made = try await secure.curl(["-d", stub], path: "/__admin/mappings")
        #expect(made.exitCode == 0)
        let outcome = try await secure.curl(
          ["-w", "%{http_code}", "-o", "/dev/null"], path: "/\(scheme)")
        #expect(outcome.output == status)
        let count = try await secure.curl(
          ["-d", #"{"scheme": "\#(scheme)", "urlPathPattern": "/h.*"}"#],
          path: "/__admin/requests/count")
        #expect(count.output.contains(#""count":\#(scheme == "https" ? 1 : 0)"#), "\(count.output)")
      }
    }
  }

  @Test(arguments: [
    ("empty_reply", [52]), ("cut_body,bytes=4", [18]), ("reset_peer", [56, 35]),
    ("reset_peer,when=during", [56]), ("slow_body,bytes=1,delay=1", [0]),
  ])
  func `faults befall answers over TLS as well`(fault: String, codes: [Int32]) async throws {
    let script = FaultScript(
      name: "s", target: .request(method: nil, path: "/orders/42"),
      steps: [FaultStep(try HTTPFault(text: fault))])
    try await SecureServer.with(faults: [script]) { secure in
      let outcome = try await secure.curl(["--http1.1"])
      #expect(codes.contains(outcome.exitCode), "\(outcome)")
    }
  }

  @Test(arguments: [
    ("none.pem", "server.key", "cannot open", MockServerError.Kind.missingFile),
    ("server.key", "server.key", "server.key:1: expected a certificate", .badFile),
    ("server.pem", "server.pem", "server.pem:1: expected a private key", .badFile),
    ("server.pem", "client.key", "the key does not belong to the certificate", .badFile),
    ("server.pem", "encrypted.key", "encrypted.key:1: the key is encrypted", .badFile),
    ("cut.pem", "server.key", "cut.pem:2: 'CERTIFICATE' has no end", .badFile),
    ("broken.pem", "server.key", "broken.pem:14: the certificate cannot be read", .badFile),
    ("empty", "server.key", "found nothing of that form", .badFile),
  ])
  func `says what is wrong with a file`(
    certificate: String, key: String, message: String, kind: MockServerError.Kind
  ) async throws {
    let error = await #expect(throws: MockServerError.self) {
      try await SecureServer.with { path in
        MockTLS(.files(certificate: path(certificate), key: path(key)))
      } _: { _ in
      }
    }
    #expect(error?.kind == kind)
    #expect(error?.description.contains(message) == true, "\(error?.description ?? "none")")
  }
}
