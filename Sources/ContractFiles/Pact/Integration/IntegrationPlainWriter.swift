import ContractModel
import JSONText

/// Writes interactions that were read from integration JSON as the file has them, but with the
/// plain bodies and with their rules and generators where the specification has them.
///
/// Other tools take integration JSON in a contract literally.
struct IntegrationPlainWriter {
  /// The version that is written, which is the one that was read.
  let specification: SpecificationVersion

  private var parts: PactPartWriter { PactPartWriter(specification: specification) }

  /// A request, response or message as the model has it.
  private struct Part {
    /// The name of the member with the body.
    var bodyName: String
    var body: Body
    /// What the headers or the metadata say of the body.
    var contentType: String?
    var rules: [MatchingRuleSet]
    var generators: [GeneratorEntry]
  }

  /// Writes an interaction.
  ///
  /// - Parameter source: the object that it was read from.
  func write(_ interaction: Interaction, _ source: JSONValue, to writer: inout JSONWriter) {
    switch interaction.content {
    case .unusable: writer.value(source)
    case .message(let message): write(part(message), source, to: &writer)
    case .http(let request, let response):
      write(source, part(request), [part(response)], to: &writer)
    case .synchronousMessage(let request, let responses):
      write(source, part(request), responses.map(part), to: &writer)
    }
  }

  private func write(
    _ source: JSONValue, _ request: Part, _ responses: [Part], to writer: inout JSONWriter
  ) {
    writer.object { writer in
      for member in source.members {
        writer.key(member.name)
        switch member.name {
        case "request": write(request, member.value, to: &writer)
        case "response" where member.value.kind == .array:
          writer.array { writer in
            for (part, source) in zip(responses, member.value.elements) {
              write(part, source, to: &writer)
            }
          }
        case "response":
          if let response = responses.first { write(response, member.value, to: &writer) }
        default: writer.value(member.value)
        }
      }
    }
  }

  private func write(_ part: Part, _ source: JSONValue, to writer: inout JSONWriter) {
    guard let body = source[part.bodyName], IntegrationMarker.isIn(body) else {
      writer.value(source)
      return
    }
    writer.object { writer in
      for member in source.members {
        switch member.name {
        case part.bodyName: write(part, body: member.value, to: &writer)
        case "matchingRules", "generators": break
        default: writer.member(member.name, member.value)
        }
      }
      parts.rules(part.rules, to: &writer)
      parts.generators(part.generators, to: &writer)
    }
  }

  private func write(_ part: Part, body source: JSONValue, to writer: inout JSONWriter) {
    guard PactBodyReader.isDescribed(source, specification) else {
      parts.body(part.body, part.contentType, part.bodyName, to: &writer)
      return
    }
    writer.key(part.bodyName)
    writer.object { writer in
      for member in source.members where member.name != "encoded" {
        writer.key(member.name)
        if member.name == "content" {
          parts.inline(part.body, to: &writer)
        } else {
          writer.value(member.value)
        }
      }
      writer.key("encoded")
      // A JSON string would read as the text of a body, unless it is marked.
      if case .json(let value) = part.body.content, value.kind == .string {
        writer.string("JSON")
      } else {
        writer.boolean(false)
      }
    }
  }

  private func part(_ request: HTTPRequest) -> Part {
    Part(
      bodyName: "body", body: request.body, contentType: request.headers.header("content-type"),
      rules: request.rules, generators: request.generators)
  }

  private func part(_ response: HTTPResponse) -> Part {
    Part(
      bodyName: "body", body: response.body, contentType: response.headers.header("content-type"),
      rules: response.rules, generators: response.generators)
  }

  private func part(_ message: MessageContents) -> Part {
    Part(
      bodyName: "contents", body: message.body,
      contentType: message.metadata?["contentType"]?.string, rules: message.rules,
      generators: message.generators)
  }
}
