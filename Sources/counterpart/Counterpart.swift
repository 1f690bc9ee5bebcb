import ArgumentParser

/// The command-line tool.
@main
struct Counterpart: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "counterpart",
    abstract: "Play, verify and check contracts between services.",
    discussion: """
      Results go to standard output, everything else to standard error.

      Exit codes: 0 all honoured, 1 contract broken, 64 usage, 65 bad contract file, 66 file missing, \
      69 provider or broker unreachable, 70 internal error, 74 input/output, 78 bad configuration, \
      130 and 143 interrupted.

      mock, verify and proxy read counterpart.json or counterpart.yaml (--config FILE, --env NAME \
      before the command), and environment variables.
      """,
    version: Self.version,
    subcommands: [
      MockCommand.self, RecordCommand.self, VerifyCommand.self, ProxyCommand.self,
      MatchCommand.self, GenerateCommand.self, LintCommand.self, ConvertCommand.self,
      SummaryCommand.self, RehearseCommand.self, ConfigCommand.self,
    ])

  /// The version of the tool.
  static let version = "0.1.0"
}
