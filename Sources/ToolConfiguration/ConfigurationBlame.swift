package import ContractModel

/// Finds who is to blame when a command refuses its arguments.
package enum ConfigurationBlame {
  /// Tells a refusal with the place of the value that it is about.
  ///
  /// - Parameters:
  ///   - message: why the command refused its arguments.
  ///   - values: what is in force.
  /// - Returns: a diagnostic for each value whose option, or which itself, is named in the message;
  ///   none when the command line is to blame.
  package static func diagnostics(
    _ message: String, _ values: [ConfiguredValue]
  ) -> [Diagnostic] {
    let words = Set(message.split { !isPart($0) }.map(String.init))
    let named = values.filter { words.contains("--\($0.option.name)") }
    var blamed = named.filter(\.isAdded)
    if named.isEmpty {
      blamed = values.filter { value in
        value.isAdded && value.values.contains { !$0.isEmpty && words.contains($0) }
      }
    }
    return blamed.map { value in
      // A secret may stand in the message.
      var text = message
      if value.option.isSecret {
        for secret in value.values where !secret.isEmpty { text.replace(secret, with: "***") }
      }
      switch value.origin {
      case .file(let file, let position):
        return Diagnostic(.error, text, file: file, position: position)
      case .variable(let name): return Diagnostic(.error, "\(name): \(text)")
      case .commandLine, .standard: return Diagnostic(.error, text)
      }
    }
  }

  private static func isPart(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || "-_./:".contains(character)
  }
}
