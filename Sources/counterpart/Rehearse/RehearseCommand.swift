import ArgumentParser

/// `counterpart rehearse`
struct RehearseCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rehearse",
    abstract: "Run a client against failures, and judge how it copes.",
    discussion: """
      Example: counterpart rehearse client resilience.json -- ./web-shop {url}
      """,
    subcommands: [RehearseClientCommand.self, RehearseMatrixCommand.self])
}
