import ArgumentParser
import ContractModel
import ContractStore
import ToolConfiguration

extension Counterpart {
  /// Completes the arguments from the configuration, then runs the command.
  static func main() async {
    let arguments = Array(CommandLine.arguments.dropFirst())
    guard let launch = launch(arguments) else { return await main(arguments) }
    guard let configuration = launch.configuration else { return await main(launch.arguments) }
    do {
      _ = try await asyncParseAsRoot(launch.arguments)
    } catch {
      refuse(error, configuration)
    }
    await main(launch.arguments)
  }

  /// What is really run.
  private struct Launch {
    var arguments: [String]
    var configuration: Configuration?
  }

  /// Looks for a configuration of the command.
  ///
  /// - Returns: `nil` when there is none.
  private static func launch(_ arguments: [String]) -> Launch? {
    // --config and --env may also stand before the command.
    let leading = leadingWords(arguments)
    let words = arguments.dropFirst(leading.count)
    guard let command = words.first, ConfigurationSource.commands.contains(command) else {
      return leading.isEmpty ? nil : Launch(arguments: words + leading)
    }
    let mentions = words.contains { $0.hasPrefix("--config") || $0.hasPrefix("--env") }
    guard !leading.isEmpty || mentions || ConfigurationSource.exists(for: command) else {
      return nil
    }
    do {
      let table = try ConfigurationSource.table()
      let options = table.options(of: command)
      var given = GivenArguments(Array(words.dropFirst()), options: options)
      if given.asksForHelp { return Launch(arguments: [command] + given.rest) }
      if let option = given.incomplete {
        exit(withError: ValidationError("Missing value for '\(option)'"))
      }
      given.inherit(GivenArguments(leading, options: []))
      let configuration = try ConfigurationSource.configuration(of: command, given, table)
      return Launch(arguments: [command] + configuration.arguments, configuration: configuration)
    } catch {
      end(error)
    }
  }

  /// The options about the configuration that stand before the command.
  private static func leadingWords(_ arguments: [String]) -> [String] {
    var count = 0
    while count < arguments.count {
      if ["--config", "--env"].contains(arguments[count]), count + 1 < arguments.count {
        count += 2
      } else if arguments[count].hasPrefix("--config=") || arguments[count].hasPrefix("--env=") {
        count += 1
      } else {
        break
      }
    }
    return Array(arguments.prefix(count))
  }

  /// Ends with what is wrong with the arguments: a value of the file is told with its place.
  private static func refuse(_ error: any Error, _ configuration: Configuration) {
    guard exitCode(for: error) == .validationFailure else { return }
    let problems = ConfigurationBlame.diagnostics(message(for: error), configuration.values)
    if !problems.isEmpty { end(ConfigurationError(problems)) }
  }

  /// Ends with what is wrong with the configuration.
  static func end(_ error: any Error) -> Never {
    switch error {
    case let error as StoreError:
      Terminal.log("error: \(error)")
      exit(withError: error.kind == .missing ? ExitCode.missingFile : .inputOutput)
    default:
      Terminal.log("\(error)")
      exit(withError: ExitCode.badConfiguration)
    }
  }
}
