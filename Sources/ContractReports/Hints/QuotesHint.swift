import ContractModel
import JSONText

/// The hint on a number or a boolean that came as a text, or the other way round.
enum QuotesHint {
  /// One hint for all places of each kind.
  static func hints(on mismatches: [Mismatch]) -> [String] {
    var (inQuotes, bare): ([String], [String]) = ([], [])
    for mismatch in mismatches where mismatch.kind == .body {
      guard let expected = scalar(mismatch.expected), let actual = scalar(mismatch.actual) else {
        continue
      }
      if let text = actual.string, expected.isBare, scalar(text)?.kind == expected.kind {
        inQuotes.append(mismatch.path)
      } else if expected.string != nil, actual.isBare {
        bare.append(mismatch.path)
      }
    }
    var hints: [String] = []
    if !inQuotes.isEmpty {
      hints.append("the provider sends \(list(inQuotes)) as a text: it must have no quotes in JSON")
    }
    if !bare.isEmpty {
      hints.append("the provider sends \(list(bare)) bare: it must be a text, in quotes")
    }
    return hints
  }

  private static func list(_ paths: [String]) -> String {
    let shown = paths.prefix(3).joined(separator: ", ")
    return paths.count > 3 ? "\(shown) and \(paths.count - 3) more" : shown
  }

  private static func scalar(_ text: String) -> JSONValue? {
    guard text.utf8.count < 1_000, let value = try? JSONValue(parsing: text) else { return nil }
    return value.kind == .object || value.kind == .array ? nil : value
  }
}

extension JSONValue {
  /// Whether it stands in a JSON text without quotes, and is no container and not null.
  fileprivate var isBare: Bool { kind == .number || boolean != nil }
}
