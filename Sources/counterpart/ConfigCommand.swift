import ArgumentParser
import ToolConfiguration

/// `counterpart config`
struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config",
    abstract: "Print what is configured, and where each value comes from.",
    discussion: """
      For mock, verify and proxy an option may also be set by an environment variable \
      (COUNTERPART_VERIFY_PROVIDER_URL) or in counterpart.json or counterpart.yaml. The command line \
      comes first, then the environment, the file and the defaults. Secrets are shown as ***.

      Example: counterpart config verify --env staging
      """)

  @Argument(help: "The commands to print. (default: all that are configured)")
  var commands: [String] = []

  @Option(
    help: "The configuration file. (default: counterpart.json or counterpart.yaml)",
    completion: .file())
  var config: String?

  @Option(help: "The environment of the file whose values come first.")
  var env: String?

  @Flag(help: "Print the JSON Schema of configuration files instead.")
  var schema = false

  func validate() throws {
    for command in commands where !ConfigurationSource.commands.contains(command) {
      let known = ConfigurationSource.commands.joined(separator: ", ")
      throw ValidationError("'\(command)' cannot be configured, expected one of: \(known)")
    }
  }

  func run() throws {
    Terminal.ignoreBrokenPipes()
    let table = try ConfigurationSource.table()
    if schema { return Terminal.print(bytes: ConfigurationSchema.bytes(table)) }
    var lines: [String] = []
    do {
      for command in commands.isEmpty ? ConfigurationSource.commands : commands {
        let words = (config.map { ["--config=\($0)"] } ?? []) + (env.map { ["--env=\($0)"] } ?? [])
        let given = GivenArguments(words, options: [])
        let inForce = try ConfigurationSource.configuration(of: command, given, table)
        lines += inForce.values.map { "\(command).\($0.option.name) = \($0.shown)  (\($0.origin))" }
      }
    } catch {
      Counterpart.end(error)
    }
    for line in lines { Terminal.print(line) }
  }
}
