import ContractModel
import JSONText

/// A configuration file that was checked against the options of the commands.
package struct ConfigurationFile: Sendable {
  private let text: ConfigurationText
  private let table: OptionTable

  /// Reads and checks a file.
  ///
  /// - Throws: everything that is wrong with it, in the order of the file.
  package init(
    _ bytes: [UInt8], file: String, table: OptionTable
  ) throws(ConfigurationError) {
    do {
      text = try ConfigurationText(bytes, file: file)
    } catch {
      throw ConfigurationError([error])
    }
    self.table = table
    let problems = ConfigurationCheck(text, table).problems()
    if !problems.isEmpty { throw ConfigurationError(problems) }
  }

  /// The names of the environments, in the order of the file.
  package var environments: [String] {
    (text.root["environments"] ?? .null).members.map(\.name)
  }

  /// What the file says about a command.
  ///
  /// - Parameters:
  ///   - command: the name of the command.
  ///   - environment: the environment whose values come before the others, or `nil`.
  /// - Throws: an error when there is no such environment.
  package func values(
    of command: String, in environment: String?
  ) throws(ConfigurationError) -> [ConfiguredValue] {
    var sections = [text.root[command]]
    if let environment {
      guard let section = text.root["environments"]?[environment] else {
        throw ConfigurationError([unknown(environment)])
      }
      sections.insert(section[command], at: 0)
    }
    return table.options(of: command).compactMap { option in
      sections.lazy.compactMap { $0?[option.name] }.first.map { value(of: option, from: $0) }
    }
  }

  private func value(of option: OptionDefinition, from json: JSONValue) -> ConfiguredValue {
    let parts = json.kind == .array ? Array(json.elements) : [json]
    let values = parts.map { $0.string ?? $0.text }
    return ConfiguredValue(option, values, .file(text.file, text.position(of: json)))
  }

  private func unknown(_ environment: String) -> Diagnostic {
    let known = environments
    let list = known.map { "'\($0)'" }.joined(separator: ", ")
    let hint = NearestName.hint(for: environment, among: known)
    return text.error(
      "there is no environment '\(environment)'; \(known.isEmpty ? "there is none" : "there are \(list)")\(hint)",
      at: text.root["environments"] ?? text.root)
  }
}
