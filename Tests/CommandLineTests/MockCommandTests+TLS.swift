import Foundation
import TestSupport
import Testing

extension MockCommandTests {
  /// Runs curl in a folder.
  static func curl(
    _ arguments: [String], in folder: TemporaryFolder
  ) async throws -> Curl.Outcome {
    let arguments = arguments.map { argument in
      folder.has(argument) ? folder.url.appendingPathComponent(argument).path : argument
    }
    return try await Curl.run(arguments)
  }

  @Test(.enabled(if: Curl.path != nil))
  func `serves TLS and writes the certificate of its authority`() async throws {
    try await TemporaryFolder.with(["a.json": Self.contract]) { folder in
      let options = ["a.json", "--tls", "--tls-ca-out", "ca.pem", "--control-port", "0"]
      try await RunningMock.with(options, in: folder) { mock in
        let url = "https://127.0.0.1:\(mock.port)"
        let trusted = try await Self.curl(["--cacert", "ca.pem", "\(url)/orders/42"], in: folder)
        #expect(trusted.output == #"{"id":42}"#, "\(trusted)")
        let untrusted = try await Self.curl(["\(url)/orders/42"], in: folder)
        #expect(untrusted.exitCode == 60)
        // Mocks that the control API starts show certificates of the same authority.
        let control = try await RunningMock.port("control", of: mock.tool)
        let made = try await Self.curl(
          ["-d", Self.contract, "http://127.0.0.1:\(control)/?tls=true"], in: folder)
        let port = try #require(made.output.firstMatch(of: /"port":(\d+)/)).output.1
        let other = try await Self.curl(
          ["--cacert", "ca.pem", "https://127.0.0.1:\(port)/orders/42"], in: folder)
        #expect(other.output == #"{"id":42}"#, "\(made) \(other)")
        let end = try await mock.stop()
        #expect(
          end.output.hasPrefix(
            "certificate authority written to ca.pem\nmock listening on \(url)\n"), "\(end)")
        #expect(end.exitCode == 0)
      }
    }
  }

  @Test(.enabled(if: Curl.path != nil))
  func `shows the certificate of a file, and wants one of its clients`() async throws {
    let files = TestCertificates.files.merging(["a.json": Self.contract]) { $1 }
    try await TemporaryFolder.with(files) { folder in
      let options = [
        "a.json", "--tls-cert", "server.pem", "--tls-key", "server.key", "--tls-client-ca",
        "authority.pem",
      ]
      try await RunningMock.with(options, in: folder) { mock in
        let arguments = ["--cacert", "authority.pem", "https://127.0.0.1:\(mock.port)/orders/42"]
        let known = try await Self.curl(
          ["--cert", "client.pem", "--key", "client.key"] + arguments, in: folder)
        #expect(known.exitCode == 0)
        let unknown = try await Self.curl(arguments, in: folder)
        #expect([55, 56].contains(unknown.exitCode))
        #expect(try await mock.stop().exitCode == 0)
      }
    }
  }

  @Test(.enabled(if: Curl.path != nil))
  func `TLS faults befall connections in turn, and the report tells of them`() async throws {
    try await TemporaryFolder.with(["a.json": Self.contract]) { folder in
      let options = [
        "a.json", "--tls", "--tls-ca-out", "ca.pem", "--tls-fault", "expired", "--tls-fault",
        "as_contracted", "--junit", "report.xml", "--seed", "3",
      ]
      try await RunningMock.with(options, in: folder) { mock in
        for code in [60, 0, 60, 0] as [Int32] {
          let outcome = try await Self.curl(
            ["--cacert", "ca.pem", "https://127.0.0.1:\(mock.port)/orders/42"], in: folder)
          #expect(outcome.exitCode == code)
        }
        #expect(try await mock.stop().exitCode == 0)
      }
      let report = String(decoding: try folder.read("report.xml"), as: UTF8.self)
      #expect(
        report.contains(
          "connection 3: expired (script '--tls-fault', step 1, its connection 3, seed 3)"),
        "\(report)")
    }
  }

  @Test(arguments: [
    ("--tls-key server.key", 64, "--tls-key goes with --tls"),
    ("--tls-fault expired", 64, "--tls-fault goes with --tls"),
    ("--tls --tls-fault rotten", 64, "rotten"),
    ("--tls-cert server.pem", 64, "--tls-cert and --tls-key go together"),
    ("--tls-cert server.pem --tls-key server.key --tls-ca-out c", 64, "--tls-ca-out goes with"),
    ("--tls-cert server.pem --tls-key server.key --tls-fault expired", 64, "--tls-fault expired"),
    ("--tls-cert none.pem --tls-key server.key", 66, "cannot open 'none.pem'"),
    ("--tls-cert server.pem --tls-key client.key", 65, "client.key: the key does not belong"),
    ("--tls --tls-client-ca cut.pem", 65, "cut.pem:2: "),
    ("--tls --tls-ca-out none/ca.pem", 74, "none/ca.pem"),
    ("connections.json", 65, "befalls connections over TLS, which this mock does not serve"),
    ("connections.json --tls --tls-fault expired", 65, "befalls connections, as --tls-fault does"),
  ])
  func `says what is wrong with its TLS`(
    arguments: String, code: Int32, message: String
  ) async throws {
    var files = TestCertificates.files
    files["connections.json"] =
      #"{"faults": [{"connections": "tls", "steps": [{"type": "expired"}]}]}"#
    try await TemporaryFolder.with(files) { folder in
      let words = arguments.split(separator: " ").map(String.init)
      let end = try await CommandLineTool.counterpart.run(["mock"] + words, in: folder.url)
      #expect(end.exitCode == code, "\(end)")
      #expect(end.errors.contains(message), "\(end)")
      #expect(end.output == "")
    }
  }
}
