import ArgumentParser
import ContractModel
import ContractStore
import HTTPExchange
import ProcessControl

/// A provider that was started for its verification.
///
/// Its calls block.
final class StartedProvider: Sendable {
  /// How many bytes of each of its outputs are kept.
  private static let outputLimit = 256 << 10
  /// How many lines of its output an error tells.
  private static let toldLines = 20
  /// How long is waited between two tries, and how long a try may take.
  private static let pause = Duration.milliseconds(20)
  private static let longestTry = Duration.seconds(2)

  private let command: BackgroundCommand
  private let stopTimeout: Duration

  /// Starts a provider.
  init(_ text: String, stopTimeout: Duration) throws(ProcessFailure) {
    command = try BackgroundCommand(ShellCommand(text, outputLimit: Self.outputLimit))
    self.stopTimeout = stopTimeout
  }

  /// Waits until a URL answers, whatever it answers.
  ///
  /// - Returns: why it does not, or `nil` when it does or `shouldStop` said so.
  func problem(
    waitingFor url: String, _ configuration: HTTPClientConfiguration, timeout: Duration,
    shouldStop: () -> Bool
  ) throws(HTTPExchangeError) -> String? {
    let client = try HTTPClient(configuration: configuration)
    let clock = ContinuousClock()
    let deadline = clock.now + timeout
    while true {
      if let exit = command.exit { return ended(exit, url) }
      let left = deadline - clock.now
      var request = HTTPExchangeRequest(
        url: url, timeout: min(max(left, .milliseconds(1)), Self.longestTry))
      request.keepsContentEncoding = true
      let outcome = client.perform(request) { shouldStop() || command.exit != nil }
      if shouldStop() { return nil }
      switch outcome {
      case .success: return nil
      // Its body is of no interest, it answered.
      case .failure(let error) where error.kind == .tooLarge: return nil
      case .failure(let error):
        if let exit = command.exit { return ended(exit, url) }
        guard clock.now < deadline else {
          return "the provider does not answer within \(Self.text(timeout)): \(error.message)"
            + lastLines
        }
        WallClock.wait(Self.pause)
      }
    }
  }

  /// What is to be told when it has ended by itself during the verification.
  var warning: String? {
    command.exit.map { "the provider ended during the verification with \($0)" + lastLines }
  }

  /// Ends it with its children, and tells what it wrote.
  func stop() -> ProviderOutput {
    command.stop(grace: stopTimeout)
    return ProviderOutput(output: command.output.text, errors: command.errors.text)
  }

  /// Kills it with its children.
  func kill() { command.kill() }

  private func ended(_ exit: ProcessExit, _ url: String) -> String {
    "the provider ended with \(exit) before \(HTTPAddress.withoutCredentials(url)) answered"
      + lastLines
  }

  /// The last lines that it wrote, to standard error where there are any.
  private var lastLines: String {
    let written = command.errors.count > 0 ? command.errors : command.output
    let text = written.lastLines(Self.toldLines)
    return text.isEmpty ? "; it wrote nothing" : "; it wrote:\n\(text)"
  }

  private static func text(_ duration: Duration) -> String {
    let (seconds, attoseconds) = duration.components
    return attoseconds == 0
      ? "\(seconds) s" : "\(seconds * 1_000 + attoseconds / 1_000_000_000_000_000) ms"
  }
}
