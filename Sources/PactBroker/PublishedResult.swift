package import ContractModel
import JSONText

/// How the verification of one pact ended, as a broker is told.
package struct PublishedResult: Sendable, Hashable {
  /// An interaction and how it ended.
  package struct Test: Sendable, Hashable {
    /// The identifier that the broker gave the interaction, if it did.
    package var id: String?
    /// How it ended.
    package var result: InteractionResult

    /// Creates a test.
    package init(id: String?, result: InteractionResult) {
      self.id = id
      self.result = result
    }
  }

  /// The version of the provider.
  package var providerVersion: String
  /// The address of the build, if there is one.
  package var buildURL: String?
  /// The version of this tool.
  package var toolVersion: String
  /// The interactions of the pact.
  package var tests: [Test]

  /// Creates a result.
  package init(
    providerVersion: String, buildURL: String?, toolVersion: String, tests: [Test]
  ) {
    self.providerVersion = providerVersion
    self.buildURL = buildURL
    self.toolVersion = toolVersion
    self.tests = tests
  }

  /// Whether the provider honours the pact: a pending interaction that differs is no success either,
  /// since the broker decides from it what stays pending.
  package var isSuccess: Bool { tests.allSatisfy { $0.result.status == .passed } }

  /// The body that the broker's `pb:publish-verification-results` takes.
  package var body: [UInt8] {
    var writer = JSONWriter(style: .compact)
    writer.object { writer in
      writer.member("providerApplicationVersion", providerVersion)
      writer.member("success", isSuccess)
      if let buildURL { writer.member("buildUrl", buildURL) }
      writer.key("testResults")
      writer.array { writer in
        for test in tests { Self.write(test, to: &writer) }
      }
      writer.key("verifiedBy")
      writer.object { writer in
        writer.member("implementation", "Counterpart")
        writer.member("version", toolVersion)
      }
    }
    return writer.bytes
  }

  private static func write(_ test: Test, to writer: inout JSONWriter) {
    let result = test.result
    writer.object { writer in
      if let id = test.id { writer.member("interactionId", id) }
      if result.status != .passed { writer.member("interactionDescription", result.description) }
      writer.member("success", result.status == .passed)
      if !result.mismatches.isEmpty {
        writer.key("mismatches")
        writer.array { writer in
          for mismatch in result.mismatches { write(mismatch, to: &writer) }
        }
      }
      if let error = result.error {
        writer.key("exceptions")
        writer.array { writer in
          writer.object { $0.member("message", error) }
        }
      }
    }
  }

  private static func write(_ mismatch: Mismatch, to writer: inout JSONWriter) {
    writer.object { writer in
      switch mismatch.kind {
      case .method, .path, .status: writer.member("attribute", mismatch.kind.rawValue)
      case .bodyContentType:
        writer.member("attribute", "body")
        writer.member("identifier", "$")
      case .query, .header, .body, .metadata, .latency:
        writer.member("attribute", mismatch.kind.rawValue)
        writer.member("identifier", mismatch.path)
      }
      writer.member("description", mismatch.message)
    }
  }
}
