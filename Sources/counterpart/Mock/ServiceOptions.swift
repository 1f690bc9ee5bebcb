import ArgumentParser
import MockServer

/// Who may reach a mock, and how many at a time.
struct ServiceOptions: ParsableArguments {
  @Flag(
    help: """
      Let pages of every origin read the answers of stubs and interactions, and answer preflight requests that nothing matches; \
      never under /__admin.
      """)
  var cors = false

  @Option(
    help: ArgumentHelp(
      "The most connections that are open at a time; further ones are told so with 503.",
      valueName: "count"))
  var maxConnections = MockServer.defaultConnectionLimit

  func validate() throws {
    guard maxConnections > 0 else {
      throw ValidationError("--max-connections \(maxConnections): expected at least 1")
    }
  }
}
