import ContractModel
import ContractStore
import ProcessControl

/// Puts secrets from the environment, files and commands into values, and notes them.
struct SecretResolver: Sendable {
  /// Why there is no secret.
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// How long a command may take.
  private static let timeLimit = Duration.seconds(60)

  /// Where the secrets are noted.
  let log: SecretLog

  /// The value that a template stands for.
  func value(_ template: SecretTemplate) throws(Failure) -> String {
    var value = ""
    for part in template.parts {
      switch part {
      case .literal(let text): value += text
      case .reference(let reference): value += try secret(reference)
      }
    }
    return value
  }

  /// The value that a text with references stands for.
  func value(_ text: String) throws(Failure) -> String {
    let template: SecretTemplate
    do throws(SecretTemplate.Failure) {
      template = try SecretTemplate(text)
    } catch {
      throw Failure(description: error.description)
    }
    return try value(template)
  }

  /// The output of a command without the line ends at its end, as a secret.
  func output(of command: String, called name: String) throws(Failure) -> String {
    let outcome: ShellOutcome
    do throws(ProcessFailure) {
      outcome = try ShellCommand(command, timeLimit: Self.timeLimit, outputLimit: 64 << 10).run()
    } catch {
      throw Failure(description: "\(name): \(error)")
    }
    switch outcome.end {
    case .finished(.code(0)): break
    case .finished(let exit):
      let reason = outcome.errors.lastLines(5)
      throw Failure(
        description: "\(name) failed with \(exit)" + (reason.isEmpty ? "" : ": \(reason)"))
    case .timedOut, .stopped:
      throw Failure(description: "\(name) did not end within 60 s")
    }
    guard let bytes = outcome.output.bytes else {
      throw Failure(description: "\(name) wrote more than 64 KiB, which is no secret")
    }
    return try note(bytes, name)
  }

  private func secret(_ reference: SecretTemplate.Reference) throws(Failure) -> String {
    switch reference {
    case .environment(let name):
      guard let value = Terminal.environment(name) else {
        throw Failure(
          description: "\(reference): the environment variable '\(name)' is not set")
      }
      return try note(Array(value.utf8), reference.description)
    case .file(let path):
      let bytes: [UInt8]
      do throws(StoreError) {
        bytes = try FileSystem.read(path)
      } catch {
        throw Failure(description: "\(reference): \(error)")
      }
      return try note(bytes, reference.description)
    case .command(let text):
      return try output(of: text, called: reference.description)
    }
  }

  private func note(_ bytes: [UInt8], _ name: String) throws(Failure) -> String {
    guard var text = String(validating: bytes, as: UTF8.self) else {
      throw Failure(description: "\(name) is no UTF-8 text")
    }
    while text.last?.isNewline == true { text.removeLast() }
    guard text.utf8.count >= Redactor.shortest else {
      let what = text.isEmpty ? "is empty" : "is shorter than \(Redactor.shortest) bytes"
      throw Failure(
        description: "\(name) \(what): so short a secret cannot be kept out of the reports")
    }
    log.note(text)
    return text
  }
}
