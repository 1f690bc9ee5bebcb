/// One option of a command, as a configuration file and the environment may give it.
package struct OptionDefinition: Sendable, Hashable {
  /// How the option is written on the command line.
  package enum Kind: Sendable, Hashable {
    /// `--name VALUE`.
    case option
    /// `--name`.
    case flag
    /// The arguments without a name.
    case arguments
  }

  /// The key in a file: the long name, without its dashes.
  package var name: String
  /// How the option is written.
  package var kind: Kind
  /// Every other way to write it, dashes included, e.g. `-p`.
  package var spellings: Set<String>
  /// The name that switches a flag off, without its dashes.
  package var inversion: String?
  /// Whether the option may be given more than once.
  package var isRepeating: Bool
  /// The only values that the option takes; none for any.
  package var allowedValues: [String]
  /// The value without anybody's saying, as the help tells it.
  package var defaultValue: String?
  /// What the option does.
  package var help: String

  /// Whether the value is kept from every output.
  package var isSecret: Bool {
    let words = name.split(separator: "-")
    return words.contains { Self.secretWords.contains(String($0)) }
  }

  /// A word of a name that tells that the value is nobody's business; a header may hold a token.
  private static let secretWords: Set<String> = [
    "password", "passwords", "token", "tokens", "secret", "secrets", "header", "headers",
    "credential", "credentials",
  ]

  /// Whether the default is a whole number, and so every value.
  package var isInteger: Bool { defaultValue.flatMap { Int($0) } != nil }

  /// The environment variable of the option, e.g. `COUNTERPART_VERIFY_PROVIDER_URL`.
  package func variable(of command: String) -> String {
    Self.variablePrefix(of: command) + Self.shouted(name)
  }

  /// How the environment variables of a command begin.
  package static func variablePrefix(of command: String) -> String {
    "COUNTERPART_\(shouted(command))_"
  }

  /// A name in capitals with `_` for `-`; every start of a mock comes by here, so it is kept plain.
  private static func shouted(_ name: String) -> String {
    let bytes = name.utf8.map { byte in
      switch byte {
      case UInt8(ascii: "-"): UInt8(ascii: "_")
      case UInt8(ascii: "a")...UInt8(ascii: "z"): byte - 0x20
      default: byte
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
