/// A version of the Pact specification.
public enum SpecificationVersion: String, Sendable, Hashable, CaseIterable, Comparable {
  /// Version 1: requests and responses, compared exactly.
  case v1 = "1"
  /// Version 1.1: query strings are compared by parameter.
  case v1_1 = "1.1"
  /// Version 2: the rules `regex` and `type`.
  case v2 = "2"
  /// Version 3: messages, more rules, generators, several provider states.
  case v3 = "3"
  /// Version 4: several kinds of interaction in one file.
  case v4 = "4"

  /// Reads a version as files and tools spell it: `1`, `1.1`, `2.0.0`, `3.0`, `V4`.
  ///
  /// - Parameter text: the version; `nil` comes back for one that is not known.
  public init?(spelled text: String) {
    var digits = Substring(text)
    if digits.first == "V" || digits.first == "v" { digits.removeFirst() }
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
    guard (1...3).contains(parts.count), !parts.contains(nil) else { return nil }
    switch (parts[0], parts.count > 1 ? parts[1] : 0) {
    case (1, 1): self = .v1_1
    case (1, 0): self = .v1
    case (2, 0): self = .v2
    case (3, 0): self = .v3
    case (4, 0): self = .v4
    default: return nil
    }
  }

  /// How a contract file's metadata spells the version, e.g. `4.0`.
  public var metadataText: String {
    switch self {
    case .v1: "1.0.0"
    case .v1_1: "1.1.0"
    case .v2: "2.0.0"
    case .v3: "3.0.0"
    case .v4: "4.0"
    }
  }

  /// Orders versions by age.
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
