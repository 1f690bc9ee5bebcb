/// A value with references to where its secrets are: `Bearer ${env:TOKEN}`.
///
/// `${env:NAME}`, `${file:PATH}` and `${command:COMMAND}` are references; braces within one are
/// balanced. `$${` is a `${` that is none.
package struct SecretTemplate: Sendable, Hashable {
  /// Where a secret is.
  package enum Reference: Sendable, Hashable, CustomStringConvertible {
    /// An environment variable.
    case environment(String)
    /// A file.
    case file(String)
    /// The output of a command of the shell.
    case command(String)

    /// The reference as it is written.
    package var description: String {
      switch self {
      case .environment(let name): "${env:\(name)}"
      case .file(let path): "${file:\(path)}"
      case .command(let text): "${command:\(text)}"
      }
    }
  }

  /// A piece of the value.
  package enum Part: Sendable, Hashable {
    case literal(String)
    case reference(Reference)
  }

  /// Why a text is no template.
  package struct Failure: Error, Sendable, CustomStringConvertible {
    /// What is wrong, and what to do.
    package let description: String
  }

  /// The pieces in order; literal ones are not empty.
  package private(set) var parts: [Part] = []

  /// Reads a value.
  package init(_ text: String) throws(Failure) {
    var rest = Substring(text)
    var literal = ""
    while !rest.isEmpty {
      if rest.hasPrefix("$${") {
        literal += "${"
        rest = rest.dropFirst(3)
      } else if rest.hasPrefix("${") {
        if !literal.isEmpty { parts.append(.literal(literal)) }
        literal = ""
        parts.append(.reference(try Self.takeReference(from: &rest)))
      } else {
        literal.append(rest.removeFirst())
      }
    }
    if !literal.isEmpty { parts.append(.literal(literal)) }
  }

  /// The references in order.
  package var references: [Reference] {
    parts.compactMap { part in
      guard case .reference(let reference) = part else { return nil }
      return reference
    }
  }

  private static func takeReference(from rest: inout Substring) throws(Failure) -> Reference {
    var depth = 0
    var end: Substring.Index?
    for index in rest.indices {
      if rest[index] == "{" { depth += 1 }
      if rest[index] == "}" {
        depth -= 1
        if depth == 0 {
          end = index
          break
        }
      }
    }
    guard let end else { throw Failure(description: "a '${' is not closed by '}'") }
    let inner = rest[..<end].dropFirst(2)
    rest = rest[end...].dropFirst()
    let kind = inner.prefix { $0 != ":" }
    let name = String(inner.dropFirst(kind.count + 1))
    switch kind {
    case "env" where !name.isEmpty: return .environment(name)
    case "file" where !name.isEmpty: return .file(name)
    case "command" where !name.isEmpty: return .command(name)
    default:
      throw Failure(
        description: """
          '${\(inner)}' is not known: expected ${env:NAME}, ${file:PATH} or ${command:COMMAND}; \
          write '$${' for a '${' that is meant as it is
          """)
    }
  }
}
