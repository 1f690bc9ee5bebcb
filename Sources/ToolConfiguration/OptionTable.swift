package import JSONText

/// The options of the commands that can be configured, read from the definitions of the commands.
///
/// No list is kept by hand: a new option of a command is in here by itself.
package struct OptionTable: Sendable, Hashable {
  /// The options of each command, in the order of its help.
  package var commands: [String: [OptionDefinition]]

  /// Creates a table.
  package init(commands: [String: [OptionDefinition]]) { self.commands = commands }

  /// Reads the description that ArgumentParser gives of a tool.
  ///
  /// - Parameters:
  ///   - tool: what `--experimental-dump-help` prints.
  ///   - names: the commands to read; the others cannot be configured.
  package init(tool: JSONValue, commands names: [String]) {
    commands = [:]
    for command in tool["command"]?["subcommands"]?.elements ?? JSONValue.null.elements {
      guard let name = command["commandName"]?.string, names.contains(name) else { continue }
      let arguments = command["arguments"]?.elements ?? JSONValue.null.elements
      commands[name] = arguments.compactMap(OptionDefinition.init(argument:))
    }
  }

  /// The names of the commands, sorted.
  package var names: [String] { commands.keys.sorted() }

  /// The options of a command; none for an unknown one.
  package func options(of command: String) -> [OptionDefinition] { commands[command] ?? [] }
}

extension OptionDefinition {
  /// Reads one argument of a tool's description.
  ///
  /// - Returns: `nil` for what makes no sense in a file: `--help`, `--version`, options with short
  ///   names only.
  init?(argument: JSONValue) {
    let names = Array(argument["names"]?.elements ?? JSONValue.null.elements)
    let longNames = names.filter { $0["kind"]?.string == "long" }.compactMap { $0["name"]?.string }
    switch argument["kind"]?.string {
    case "positional":
      guard let value = argument["valueName"]?.string else { return nil }
      (name, kind) = (value, .arguments)
    case let other:
      let preferred = argument["preferredName"]
      let isLong = preferred?["kind"]?.string == "long"
      guard let long = isLong ? preferred?["name"]?.string : longNames.first,
        !["help", "version"].contains(long)
      else { return nil }
      (name, kind) = (long, other == "flag" ? .flag : .option)
    }
    let (name, kind) = (name, kind)
    inversion = kind == .flag ? longNames.first { $0 == "no-\(name)" } : nil
    spellings = Set(
      names.compactMap { spelling in
        spelling["name"]?.string.map { (spelling["kind"]?.string == "long" ? "--" : "-") + $0 }
      })
    isRepeating = argument["isRepeating"]?.boolean ?? false
    allowedValues = argument["allValues"]?.elements.compactMap(\.string) ?? []
    defaultValue = argument["defaultValue"]?.string
    help = argument["abstract"]?.string ?? ""
  }
}
