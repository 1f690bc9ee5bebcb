import JSONText

/// The JSON Schema of configuration files, made from the options of the commands.
package enum ConfigurationSchema {
  /// The schema as UTF-8, with a line end at the end.
  package static func bytes(_ table: OptionTable) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("$schema", "https://json-schema.org/draft/2020-12/schema")
      json.member("title", "Counterpart configuration")
      json.member(
        "description",
        "Options of the commands; the command line and the environment come before it.")
      writeSections(table, to: &json, isRoot: true)
      json.key("$defs")
      json.object { json in
        for command in table.names {
          json.key(command)
          write(table.options(of: command), of: command, to: &json)
        }
      }
    }
    return json.bytes + [UInt8(ascii: "\n")]
  }

  /// Writes the members of the whole file, or of one environment.
  private static func writeSections(_ table: OptionTable, to json: inout JSONWriter, isRoot: Bool) {
    json.member("type", "object")
    json.member("additionalProperties", false)
    json.key("properties")
    json.object { json in
      if isRoot {
        json.key("$schema")
        json.object { $0.member("type", "string") }
      }
      for command in table.names {
        json.key(command)
        json.object { $0.member("$ref", "#/$defs/\(command)") }
      }
      guard isRoot else { return }
      json.key("environments")
      json.object { json in
        json.member("description", "Named environments, chosen by --env; they override the rest.")
        json.member("type", "object")
        json.key("additionalProperties")
        json.object { writeSections(table, to: &$0, isRoot: false) }
      }
    }
  }

  private static func write(
    _ options: [OptionDefinition], of command: String, to json: inout JSONWriter
  ) {
    json.object { json in
      json.member("description", "Options of counterpart \(command).")
      json.member("type", "object")
      json.member("additionalProperties", false)
      json.key("properties")
      json.object { json in
        for option in options {
          json.key(option.name)
          write(option, to: &json)
        }
      }
    }
  }

  private static func write(_ option: OptionDefinition, to json: inout JSONWriter) {
    json.object { json in
      if !option.help.isEmpty { json.member("description", option.help) }
      guard option.isRepeating else { return writeValue(option, to: &json) }
      json.member("type", "array")
      json.key("items")
      json.object { writeValue(option, to: &$0) }
    }
  }

  /// Writes what one value may be. A string is always allowed: it may hold a reference such as
  /// `${env:NAME}`, and the command itself checks what it says.
  private static func writeValue(_ option: OptionDefinition, to json: inout JSONWriter) {
    if option.kind == .flag { return json.member("type", "boolean") }
    if !option.allowedValues.isEmpty {
      json.key("enum")
      return json.array { json in
        for value in option.allowedValues { json.string(value) }
      }
    }
    json.key("type")
    json.array { json in
      json.string("string")
      json.string(option.isInteger ? "integer" : "number")
    }
  }
}
