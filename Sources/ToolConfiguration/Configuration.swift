import ContractModel

/// What is in force for one command: command line, environment, file and defaults, in that order.
package struct Configuration: Sendable {
  /// The values in the order of the options; options that nobody sets are left out.
  package let values: [ConfiguredValue]
  private let given: GivenArguments

  /// Puts the sources together.
  ///
  /// - Parameters:
  ///   - command: the name of the command.
  ///   - given: the command line.
  ///   - variables: the environment.
  ///   - file: what the file says about the command.
  ///   - table: the options.
  /// - Throws: what is wrong with the environment variables of the command.
  package init(
    of command: String, given: GivenArguments, variables: [String: String],
    file: [ConfiguredValue], table: OptionTable
  ) throws(ConfigurationError) {
    let options = table.options(of: command)
    self.given = given
    let variables = try Self.values(of: command, from: variables, options)
    values = options.compactMap { option in
      if let values = given.values[option.name] {
        return ConfiguredValue(option, values, .commandLine)
      }
      return variables[option.name] ?? file.first { $0.option == option }
        ?? option.defaultValue.map { ConfiguredValue(option, [$0], .standard) }
    }
  }

  /// What was added to the command line.
  package var added: [ConfiguredValue] { values.filter(\.isAdded) }

  /// The arguments of the command with everything that was added.
  package var arguments: [String] {
    let options = added.filter { $0.option.kind != .arguments }.flatMap(\.arguments)
    let paths = added.filter { $0.option.kind == .arguments }.flatMap(\.arguments)
    return options + given.rest + (paths.isEmpty ? [] : ["--"] + paths)
  }

  private static func values(
    of command: String, from variables: [String: String], _ options: [OptionDefinition]
  ) throws(ConfigurationError) -> [String: ConfiguredValue] {
    let prefix = OptionDefinition.variablePrefix(of: command)
    let known = Dictionary(
      options.map { ($0.variable(of: command), $0) }, uniquingKeysWith: { first, _ in first })
    var values: [String: ConfiguredValue] = [:]
    var problems: [Diagnostic] = []
    for (name, text) in variables.sorted(by: { $0.key < $1.key }) where name.hasPrefix(prefix) {
      guard let option = known[name] else {
        let hint = NearestName.hint(for: name, among: known.keys.sorted())
        problems.append(Diagnostic(.error, "unknown environment variable '\(name)'\(hint)"))
        continue
      }
      do {
        values[option.name] = ConfiguredValue(
          option, try parts(of: text, option, name), .variable(name))
      } catch {
        problems.append(error)
      }
    }
    if !problems.isEmpty { throw ConfigurationError(problems) }
    return values
  }

  /// The values that a variable holds; those of a repeatable option stand on lines of their own.
  private static func parts(
    of text: String, _ option: OptionDefinition, _ name: String
  ) throws(Diagnostic) -> [String] {
    guard option.kind == .flag else {
      return option.isRepeating ? text.split(separator: "\n").map(String.init) : [text]
    }
    switch text.lowercased() {
    case "1", "true", "yes", "on": return ["true"]
    case "0", "false", "no", "off", "": return ["false"]
    default: throw Diagnostic(.error, "\(name): expected true or false, not '\(text)'")
    }
  }
}
