import ArgumentParser
import ContractModel
import ContractStore
import JSONText
import ToolConfiguration

#if canImport(Glibc)
  @preconcurrency import Glibc
#elseif canImport(Musl)
  @preconcurrency import Musl
#elseif canImport(Darwin)
  @preconcurrency import Darwin
#endif

/// Where a configuration is looked for: a file, and the environment.
enum ConfigurationSource {
  /// The commands that can be configured.
  static let commands = ["mock", "proxy", "verify"]
  /// The files that are looked for in the working directory.
  private static let names = ["counterpart.json", "counterpart.yaml", "counterpart.yml"]

  /// The options of the commands, as they define them.
  static func table() throws -> OptionTable {
    OptionTable(tool: try JSONValue(parsing: Counterpart._dumpHelp()), commands: commands)
  }

  /// Whether there is a file or a variable at all: without one nothing is looked at.
  static func exists(for command: String) -> Bool {
    if names.contains(where: { FileSystem.kind(of: $0) == .file }) { return true }
    let starts = [
      OptionDefinition.variablePrefix(of: command), "COUNTERPART_CONFIG=", "COUNTERPART_ENV=",
    ]
    var isFound = false
    forEachVariable { text in
      isFound = isFound || starts.contains { strncmp(text, $0, $0.utf8.count) == 0 }
    }
    return isFound
  }

  /// Puts together what is in force for a command.
  ///
  /// - Throws: ``ConfigurationError``, or a ``StoreError`` for a file that cannot be read.
  static func configuration(
    of command: String, _ given: GivenArguments, _ table: OptionTable
  ) throws -> Configuration {
    let variables = variables()
    let environment = given.environment ?? variables["COUNTERPART_ENV"].flatMap(notEmpty)
    let path = try given.file ?? variables["COUNTERPART_CONFIG"].flatMap(notEmpty) ?? found()
    var values: [ConfiguredValue] = []
    if let path {
      let file = try ConfigurationFile(try FileSystem.read(path), file: path, table: table)
      values = try file.values(of: command, in: environment)
    } else if let environment {
      throw ConfigurationError([
        Diagnostic(
          .error,
          "there is no configuration file for the environment '\(environment)'; write"
            + " \(names[0]) or name one with --config")
      ])
    }
    return try Configuration(
      of: command, given: given, variables: variables, file: values, table: table)
  }

  /// The file of the working directory, or `nil`.
  private static func found() throws(ConfigurationError) -> String? {
    let found = names.filter { FileSystem.kind(of: $0) == .file }
    guard found.count < 2 else {
      let list = found.joined(separator: " and ")
      throw ConfigurationError([
        Diagnostic(.error, "there are \(list); keep one, or choose with --config")
      ])
    }
    return found.first
  }

  private static func notEmpty(_ text: String) -> String? { text.isEmpty ? nil : text }

  /// The variables of the environment that are for this tool.
  private static func variables() -> [String: String] {
    var variables: [String: String] = [:]
    forEachVariable { text in
      let parts = String(cString: text).split(
        separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      if parts.count == 2 { variables[String(parts[0])] = String(parts[1]) }
    }
    return variables
  }

  /// Shows each `NAME=value` of the environment that begins like ours; most are somebody else's.
  private static func forEachVariable(_ show: (UnsafePointer<CChar>) -> Void) {
    #if canImport(Darwin)
      var entry = _NSGetEnviron().pointee
    #else
      var entry = environ
    #endif
    while let text = entry.pointee {
      if strncmp(text, "COUNTERPART_", 12) == 0 { show(text) }
      entry += 1
    }
  }
}
