import JSONText

/// Matching rules as the specification writes them.
enum Rule {
  /// A rule that is only a name, e.g. `{"match": "integer"}`.
  static func named(_ name: String) -> JSONValue { make(name) { _ in } }

  static let type = named("type")
  static let equality = named("equality")

  /// `type` for arrays, with limits.
  static func type(_ bounds: Bounds) -> JSONValue { sized("type", bounds) }

  /// A rule with the limits of an array.
  static func sized(_ name: String, _ bounds: Bounds) -> JSONValue {
    make(name) { writer in
      if let least = bounds.least { writer.member("min", least) }
      if let greatest = bounds.greatest { writer.member("max", greatest) }
    }
  }

  static func regex(_ expression: String) -> JSONValue {
    make("regex") { $0.member("regex", expression) }
  }

  /// A rule with a text as its argument, e.g. `{"match": "include", "value": "a"}`.
  static func named(_ name: String, _ member: String, _ text: String) -> JSONValue {
    make(name) { $0.member(member, text) }
  }

  /// `eachKey` or `eachValue`.
  static func each(_ name: String, _ rules: [JSONValue], example: JSONValue) -> JSONValue {
    make(name) { writer in
      writer.key("rules")
      writer.array { writer in for rule in rules { writer.value(rule) } }
      writer.member("value", example)
    }
  }

  static func make(_ name: String, _ members: (inout JSONWriter) -> Void) -> JSONValue {
    JSONValue.make { writer in
      writer.object { writer in
        writer.member("match", name)
        members(&writer)
      }
    }
  }
}
