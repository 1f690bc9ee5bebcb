package import JSONText

/// What an option is set to, and who says so.
package struct ConfiguredValue: Sendable, Hashable {
  /// Who says so; the ones further up come before the ones further down.
  package enum Origin: Sendable, Hashable {
    /// The arguments that the tool was started with.
    case commandLine
    /// An environment variable.
    case variable(String)
    /// The configuration file.
    case file(String, JSONPosition)
    /// Nobody: it is what the help tells as default.
    case standard
  }

  /// The option.
  package var option: OptionDefinition
  /// The values as they are written on the command line; a flag has `true` or `false`.
  package var values: [String]
  /// Who says so.
  package var origin: Origin

  /// Creates a value.
  package init(_ option: OptionDefinition, _ values: [String], _ origin: Origin) {
    self.option = option
    self.values = values
    self.origin = origin
  }

  /// Whether the value is neither a default nor on the command line.
  package var isAdded: Bool { origin != .commandLine && origin != .standard }

  /// The values for a reader, `***` for a secret.
  package var shown: String {
    if option.isSecret { return values.map { _ in "***" }.joined(separator: ", ") }
    return values.map { $0.isEmpty ? "\"\"" : Self.withoutUser($0) }.joined(separator: ", ")
  }

  /// A URL without the name and the password that it may hold.
  private static func withoutUser(_ text: String) -> String {
    guard let scheme = text.firstRange(of: "://") else { return text }
    let authority = text[scheme.upperBound...].prefix { !"/?#".contains($0) }
    guard let at = authority.lastIndex(of: "@") else { return text }
    return "\(text[..<scheme.upperBound])***\(text[at...])"
  }

  /// The arguments that set the option; none for a flag that is off by itself.
  package var arguments: [String] {
    switch option.kind {
    case .arguments: values
    case .option: values.map { "--\(option.name)=\($0)" }
    case .flag:
      if values == ["true"] {
        ["--\(option.name)"]
      } else {
        (option.inversion.map { ["--\($0)"] }) ?? []
      }
    }
  }
}

extension ConfiguredValue.Origin: CustomStringConvertible {
  /// Who says so: `command line`, the name of a variable, `file:line:column`, or `default`.
  package var description: String {
    switch self {
    case .commandLine: "command line"
    case .variable(let name): name
    case .file(let file, let position): "\(file):\(position)"
    case .standard: "default"
    }
  }
}
