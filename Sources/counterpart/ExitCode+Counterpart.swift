import ArgumentParser
import MockServer

extension ExitCode {
  /// The contract is broken.
  static let broken: ExitCode = ExitCode(1)
  /// A contract file cannot be used.
  static let badContract: ExitCode = ExitCode(65)
  /// A file is missing.
  static let missingFile: ExitCode = ExitCode(66)
  /// The provider or the broker cannot be reached.
  static let unreachable: ExitCode = ExitCode(69)
  /// Something cannot be read, written or listened on.
  static let inputOutput: ExitCode = ExitCode(74)
  /// The configuration is wrong, or what it names is missing, such as a secret.
  static let badConfiguration: ExitCode = ExitCode(78)

  /// The code for a mock that could not be started.
  init(_ error: MockServerError) {
    self =
      switch error.kind {
      case .forwarding: .unreachable
      case .missingFile: .missingFile
      case .badFile, .faults: .badContract
      case .listening, .unreadableFile, .security: .inputOutput
      }
  }
}
