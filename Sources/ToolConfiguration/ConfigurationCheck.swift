import ContractModel
import JSONSchema
import JSONText

/// Finds everything that is wrong with a configuration file.
struct ConfigurationCheck {
  private let text: ConfigurationText
  private let table: OptionTable

  /// Creates a check of a file against the options of the commands.
  init(_ text: ConfigurationText, _ table: OptionTable) {
    self.text = text
    self.table = table
  }

  /// Everything that is wrong, in the order of the file.
  func problems() -> [Diagnostic] {
    let repeated = text.root.document.duplicateKeys.map {
      text.error("the key '\($0.string ?? "")' stands here twice", at: $0)
    }
    let all = repeated + unknownKeys() + violations()
    return all.enumerated().sorted { left, right in
      guard let place = left.element.position, let other = right.element.position, place != other
      else { return left.offset < right.offset }
      return place < other
    }.map(\.element)
  }

  private func unknownKeys() -> [Diagnostic] {
    let root = text.root
    var found = unknownKeys(in: root, known: table.names + ["$schema", "environments"])
    found += unknownOptions(in: root)
    for environment in (root["environments"] ?? .null).members {
      found += unknownKeys(in: environment.value, known: table.names)
      found += unknownOptions(in: environment.value)
    }
    return found
  }

  private func unknownOptions(in section: JSONValue) -> [Diagnostic] {
    table.names.flatMap { command in
      unknownKeys(
        in: section[command] ?? .null, known: table.options(of: command).map(\.name))
    }
  }

  private func unknownKeys(in object: JSONValue, known: [String]) -> [Diagnostic] {
    let names = Set(known)
    return object.members.filter { !names.contains($0.name) }.map { member in
      let hint = NearestName.hint(for: member.name, among: known)
      return text.error("unknown key '\(member.name)'\(hint)", at: member.key)
    }
  }

  /// What the schema says, unknown keys aside, which are told with a hint.
  private func violations() -> [Diagnostic] {
    let bytes = ConfigurationSchema.bytes(table)
    do {
      let schema = try JSONSchema(try JSONDocument(parsing: bytes).root)
      return schema.validate(text.root).filter {
        !["additionalProperties", "false"].contains($0.keyword)
      }.map { violation in
        let path = Self.tokens(violation.instancePath)
        let name = path.isEmpty ? "" : "\(path.joined(separator: ".")): "
        return text.error(name + violation.message + allowed(at: path), at: value(at: path))
      }
    } catch {
      return [Diagnostic(.error, "the schema of the options: \(error)", file: text.file)]
    }
  }

  /// The values that the option at a place takes, when they are few.
  private func allowed(at path: [String]) -> String {
    let names = path.first == "environments" ? path.dropFirst(2) : path[...]
    guard let command = names.first, let key = names.dropFirst().first,
      let option = table.options(of: command).first(where: { $0.name == key }),
      !option.allowedValues.isEmpty
    else { return "" }
    return " Expected one of: \(option.allowedValues.joined(separator: ", "))."
  }

  private func value(at path: [String]) -> JSONValue {
    var value = text.root
    for token in path {
      let element = Int(token).flatMap { index in
        value.elements.enumerated().first { $0.offset == index }?.element
      }
      guard let next = value[token] ?? element else { break }
      value = next
    }
    return value
  }

  private static func tokens(_ pointer: String) -> [String] {
    pointer.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map {
      String($0).replacing("~1", with: "/").replacing("~0", with: "~")
    }
  }
}
