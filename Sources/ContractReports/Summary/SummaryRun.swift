package import ContractModel
package import JSONText

/// One earlier verification, as its JSON report tells it.
package struct SummaryRun: Sendable, Hashable {
  /// What tells one interaction from others.
  package struct Identity: Sendable, Hashable {
    /// The party that calls.
    package var consumer: String
    /// The party that answers.
    package var provider: String
    /// What the interaction is.
    package var description: String
    /// The names of the provider states.
    package var states: [String]

    /// Creates an identity.
    package init(consumer: String, provider: String, description: String, states: [String]) {
      self.consumer = consumer
      self.provider = provider
      self.description = description
      self.states = states
    }
  }

  /// The provider's version, when it was given.
  package var version: String?
  /// The provider that was verified.
  package var provider: String
  /// When the verification started: `2026-01-31T12:00:00Z`, so that texts compare as times do.
  package var startedAt: String
  /// How each interaction ended.
  package var statuses: [Identity: InteractionResult.Status] = [:]

  /// Creates what is known of a verification from elsewhere.
  ///
  /// - Parameters:
  ///   - provider: the provider that was verified.
  ///   - version: its version.
  ///   - time: when that was.
  ///   - statuses: how each interaction ended.
  package init(
    of provider: String, version: String, at time: Timestamp,
    statuses: [Identity: InteractionResult.Status]
  ) {
    self.provider = provider
    self.version = version
    startedAt = "\(time)Z"
    self.statuses = statuses
  }

  /// Reads the report of `verify --json`.
  ///
  /// - Parameters:
  ///   - json: the report.
  ///   - file: its path, for diagnostics.
  /// - Throws: what is wrong with it, and where.
  package init(_ json: JSONValue, file: String) throws(Diagnostic) {
    func error(_ message: String, _ value: JSONValue) -> Diagnostic {
      Diagnostic(
        .error, "\(message); expected what 'counterpart verify --json' writes", file: file,
        position: value.position)
    }
    func text(_ key: String, of value: JSONValue) throws(Diagnostic) -> String {
      guard let member = value[key] else { throw error("there is no '\(key)'", value) }
      guard let text = member.string else { throw error("'\(key)' is no string", member) }
      return text
    }
    guard json.kind == .object else { throw error("this is no object", json) }
    guard let format = json["version"] else { throw error("there is no 'version'", json) }
    guard format.integer == 1 else { throw error("the version \(format.text) is unknown", format) }
    guard let subject = json["provider"] else { throw error("there is no 'provider'", json) }
    provider = try text("name", of: subject)
    version = subject["version"]?.string
    startedAt = try text("startedAt", of: json)
    guard Self.isTime(startedAt) else {
      throw error(
        "'\(startedAt)' is no time such as 2026-01-31T12:00:00Z", json["startedAt"] ?? json)
    }
    guard let results = json["results"] else { throw error("there is no 'results'", json) }
    guard results.kind == .array else { throw error("'results' is no array", results) }
    for result in results.elements {
      let identity = Identity(
        consumer: try text("consumer", of: result), provider: try text("provider", of: result),
        description: try text("description", of: result),
        states: (result["providerStates"] ?? .null).elements.compactMap(\.string))
      let status = try text("status", of: result)
      guard let known = InteractionResult.Status(rawValue: status) else {
        throw error("the status '\(status)' is unknown", result["status"] ?? result)
      }
      statuses[identity] = statuses[identity].map { Self.worse($0, known) } ?? known
    }
  }

  /// Of two interactions with the same name the worse result counts.
  private static func worse(
    _ one: InteractionResult.Status, _ other: InteractionResult.Status
  ) -> InteractionResult.Status {
    let ranked: [InteractionResult.Status] = [.failed, .error, .skipped, .pending, .passed]
    return ranked.first { $0 == one || $0 == other } ?? one
  }

  private static func isTime(_ text: String) -> Bool {
    let shape = "0000-00-00T00:00:00Z".utf8
    return text.utf8.count == shape.count
      && zip(text.utf8, shape).allSatisfy { byte, wanted in
        wanted == UInt8(ascii: "0") ? (0x30...0x39).contains(byte) : byte == wanted
      }
  }
}
