import ArgumentParser
import ContractModel
import ContractStore
import ProcessControl

/// Runs a client, and tells how it ended.
struct ClientRun {
  /// The command and its arguments, in which places may be filled in.
  let words: [String]
  /// How long it may run.
  let limit: Duration
  /// `true` ends it.
  let shouldStop: @Sendable () -> Bool

  /// How a client ended.
  struct Outcome {
    var end: RehearsalVerdict.End
    var duration: Duration
    /// The last of what it wrote.
    var output: String
    /// Whether somebody ended it.
    var isStopped: Bool
  }

  /// Runs the client and waits for its end, or for its time to be up.
  ///
  /// - Parameter places: what stands for `{name}` in the arguments.
  /// - Throws: an exit code after telling why, when it cannot be started.
  func run(_ places: [String: String]) async throws -> Outcome {
    let text = "exec " + words.map { Self.quoted(Self.filled($0, places)) }.joined(separator: " ")
    let command = ShellCommand(
      text, environment: Self.variables(places), timeLimit: limit, outputLimit: 65_536)
    let shouldStop = shouldStop
    let (result, duration) = await OwnThread.run {
      let clock = ContinuousClock()
      let start = clock.now
      let result = Result { () throws(ProcessFailure) in try command.run(shouldStop: shouldStop) }
      return (result, clock.now - start)
    }
    switch result {
    case .success(let outcome): return Self.outcome(outcome, duration)
    case .failure(let failure):
      Terminal.log("error: the client cannot be started: \(failure.description)")
      throw ExitCode.missingFile
    }
  }

  /// Makes sure that there is such a program.
  ///
  /// - Throws: an exit code after telling why.
  func check() throws {
    guard let program = words.first, !program.contains("{") else { return }
    let folders =
      program.contains("/")
      ? [""]
      : (Terminal.environment("PATH") ?? "").split(separator: ":").map { "\($0)/" }
    guard !folders.contains(where: { FileSystem.kind(of: $0 + program) == .file }) else { return }
    Terminal.log("error: there is no program '\(program)'")
    throw ExitCode.missingFile
  }

  private static func outcome(_ outcome: ShellOutcome, _ duration: Duration) -> Outcome {
    let texts = [outcome.output.lastLines(10), outcome.errors.lastLines(10)]
    let output = texts.filter { !$0.isEmpty }.joined(separator: "\n")
    let end: RehearsalVerdict.End =
      switch outcome.end {
      case .finished(.code(let code)): .code(Int(code))
      case .finished(.signal(let signal)): .signal(Int(signal))
      case .timedOut, .stopped: .timedOut
      }
    return Outcome(
      end: end, duration: duration, output: output, isStopped: outcome.end == .stopped)
  }

  private static func filled(_ word: String, _ places: [String: String]) -> String {
    var filled = word
    for (name, value) in places.sorted(by: { $0.key < $1.key }) {
      filled = filled.split(separator: "{\(name)}", omittingEmptySubsequences: false)
        .joined(separator: value)
    }
    return filled
  }

  /// The same places for clients that read them from the environment.
  private static func variables(_ places: [String: String]) -> [String: String] {
    let named = places.map { ("COUNTERPART_\($0.key.uppercased())", $0.value) }
    return Dictionary(named) { $1 }
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "'"
    for scalar in text.unicodeScalars {
      if scalar == "'" { quoted += #"'\''"# } else { quoted.unicodeScalars.append(scalar) }
    }
    return quoted + "'"
  }
}
