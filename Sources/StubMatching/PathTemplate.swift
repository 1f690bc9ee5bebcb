import ContractModel

/// A path with variables, such as `/orders/{id}` (RFC 6570, level 1).
package struct PathTemplate: Sendable {
  /// A part of a path between two slashes.
  private enum Segment: Sendable {
    case literal(String)
    case variable(String, prefix: String, suffix: String)
  }

  /// The template as it was written.
  package let text: String
  private let segments: [Segment]

  /// Reads a template.
  ///
  /// - Returns: `nil` when a brace is not closed, a name is empty, or a part has several variables.
  package init?(_ text: String) {
    self.text = text
    var segments: [Segment] = []
    for part in text.split(separator: "/", omittingEmptySubsequences: false) {
      guard let open = part.firstIndex(of: "{") else {
        guard !part.contains("}") else { return nil }
        segments.append(.literal(String(part)))
        continue
      }
      guard let close = part.firstIndex(of: "}"), open < close else { return nil }
      let name = part[part.index(after: open)..<close]
      let suffix = part[part.index(after: close)...]
      let isName = name.allSatisfy { $0.isLetter || $0.isNumber || "_-.".contains($0) }
      guard !name.isEmpty, isName, !suffix.contains(where: { $0 == "{" || $0 == "}" }) else {
        return nil
      }
      segments.append(
        .variable(String(name), prefix: String(part[..<open]), suffix: String(suffix)))
    }
    self.segments = segments
  }

  /// The names of the variables, in order.
  package var names: [String] {
    segments.compactMap { if case .variable(let name, _, _) = $0 { name } else { nil } }
  }

  /// The values of the variables, decoded, or `nil` when the path does not fit.
  package func values(in path: String) -> [(name: String, value: String)]? {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == segments.count else { return nil }
    var values: [(String, String)] = []
    for (part, segment) in zip(parts, segments) {
      switch segment {
      case .literal(let literal):
        guard literal == part else { return nil }
      case .variable(let name, let prefix, let suffix):
        guard part.count > prefix.count + suffix.count, part.hasPrefix(prefix),
          part.hasSuffix(suffix)
        else { return nil }
        let value = part.dropFirst(prefix.count).dropLast(suffix.count)
        values.append((name, PercentCoding.decode(value, plusIsSpace: false)))
      }
    }
    return values
  }

  /// The value of a variable, or `nil` when the path does not fit.
  func value(of name: String, in path: String) -> String? {
    values(in: path)?.first { $0.name == name }?.value
  }

  /// What the path of every request that fits starts with.
  package var literalPrefix: String { String(text.prefix { $0 != "{" }) }
}

extension PathTemplate {
  /// What is wrong with a text that is no template.
  static let problem =
    "no path template: expected names in braces, at most one between two slashes, such as"
    + " /orders/{id}"
}
