import ContractModel
import JSONText

/// Writes requests, responses and messages in the form of one version.
struct PactPartWriter {
  let specification: SpecificationVersion

  func write(_ request: HTTPRequest, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("method", request.method)
      writer.member("path", request.path)
      if let query = request.query {
        if specification < .v3 {
          writer.member("query", PercentCoding.query(query))
        } else {
          fields(query, "query", asLists: true, to: &writer)
        }
      }
      headers(request.headers, to: &writer)
      body(request.body, request.headers.header("content-type"), "body", to: &writer)
      loosening(request.rules, request.generators, to: &writer)
    }
  }

  func write(_ response: HTTPResponse, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("status", response.status)
      headers(response.headers, to: &writer)
      body(response.body, response.headers.header("content-type"), "body", to: &writer)
      loosening(response.rules, response.generators, to: &writer)
    }
  }

  func members(of message: MessageContents, to writer: inout JSONWriter) {
    let type = message.metadata?["contentType"]?.string
    body(message.body, type, "contents", to: &writer)
    if let metadata = message.metadata {
      writer.member(specification == .v3 ? "metaData" : "metadata", metadata)
    }
    loosening(message.rules, message.generators, to: &writer)
  }

  private func headers(_ headers: [Field], to writer: inout JSONWriter) {
    guard !headers.isEmpty else { return }
    fields(headers, "headers", asLists: specification == .v4, to: &writer)
  }

  private func fields(
    _ fields: [Field], _ name: String, asLists: Bool, to writer: inout JSONWriter
  ) {
    writer.key(name)
    writer.object { writer in
      for field in fields {
        if asLists {
          writer.key(field.name)
          writer.array { writer in for value in field.values { writer.string(value) } }
        } else {
          writer.member(field.name, field.values.joined(separator: ", "))
        }
      }
    }
  }

  /// Writes the member with a body in the form of the version.
  func body(
    _ body: Body, _ headerType: String?, _ name: String, to writer: inout JSONWriter
  ) {
    guard body.content != .missing else { return }
    writer.key(name)
    guard specification == .v4 else {
      inline(body, to: &writer)
      return
    }
    switch body.content {
    case .null: writer.null()
    default:
      writer.object { writer in
        if let type = body.contentType ?? headerType ?? defaultType(body) {
          writer.member("contentType", type)
        }
        if case .binary(let bytes) = body.content {
          writer.member("encoded", "base64")
          writer.member("content", Base64.encode(bytes))
        } else {
          // A JSON string would read as the text of a body, unless it is marked.
          if case .json(let value) = body.content, value.kind == .string {
            writer.member("encoded", "JSON")
          } else {
            writer.member("encoded", false)
          }
          writer.key("content")
          inline(body, to: &writer)
        }
      }
    }
  }

  private func defaultType(_ body: Body) -> String? {
    switch body.content {
    case .json: "application/json"
    case .text: "text/plain"
    case .binary: "application/octet-stream"
    case .missing, .null, .empty: nil
    }
  }

  /// Writes what a body holds, without saying what it is.
  func inline(_ body: Body, to writer: inout JSONWriter) {
    switch body.content {
    case .missing, .null: writer.null()
    case .empty: writer.string("")
    case .json(let value): writer.value(value)
    case .text(let text): writer.string(text)
    case .binary(let bytes): writer.string(Base64.encode(bytes))
    }
  }

  private func loosening(
    _ rules: [MatchingRuleSet], _ generators: [GeneratorEntry], to writer: inout JSONWriter
  ) {
    self.rules(rules, to: &writer)
    self.generators(generators, to: &writer)
  }

  /// Writes the member with the rules, unless there are none.
  func rules(_ rules: [MatchingRuleSet], to writer: inout JSONWriter) {
    guard !rules.isEmpty else { return }
    writer.key("matchingRules")
    if specification < .v3 { flat(rules, to: &writer) } else { categories(rules, to: &writer) }
  }

  private func flat(_ rules: [MatchingRuleSet], to writer: inout JSONWriter) {
    writer.object { writer in
      for set in rules {
        guard let rule = set.rules.first else { continue }
        let part = set.category == .header ? "headers" : set.category.rawValue
        let rest =
          set.category == .body
          ? String(set.selector.drop { $0 == "$" })
          : set.selector.isEmpty ? "" : PathExpression.step(set.selector)
        writer.member("$.\(part)\(rest)", rule)
      }
    }
  }

  private func categories(_ rules: [MatchingRuleSet], to writer: inout JSONWriter) {
    writer.object { writer in
      for category in MatchingRuleSet.Category.allCases {
        let sets = rules.filter { $0.category == category }
        guard !sets.isEmpty else { continue }
        writer.key(category.rawValue)
        if let set = sets.first, set.selector.isEmpty, sets.count == 1, category != .body {
          matchers(set, to: &writer)
        } else {
          writer.object { writer in
            for set in sets {
              writer.key(set.selector)
              matchers(set, to: &writer)
            }
          }
        }
      }
    }
  }

  private func matchers(_ set: MatchingRuleSet, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("combine", set.combination.rawValue)
      writer.key("matchers")
      writer.array { writer in for rule in set.rules { writer.value(rule) } }
    }
  }

  /// Writes the member with the generators, unless there are none or the version knows none.
  func generators(_ entries: [GeneratorEntry], to writer: inout JSONWriter) {
    guard !entries.isEmpty, specification >= .v3 else { return }
    writer.key("generators")
    writer.object { writer in
      for category in MatchingRuleSet.Category.allCases {
        let entries = entries.filter { $0.category == category }
        guard let first = entries.first else { continue }
        if first.selector.isEmpty, category != .body {
          writer.member(category.rawValue, first.definition)
        } else {
          writer.key(category.rawValue)
          writer.object { writer in
            for entry in entries { writer.member(entry.selector, entry.definition) }
          }
        }
      }
    }
  }
}
