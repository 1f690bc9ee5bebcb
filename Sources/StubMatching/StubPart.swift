import ContractMatching
import ContractModel

/// A condition on one part of a request.
protocol StubPart: Sendable {
  /// The part that it is about.
  var kind: Mismatch.Kind { get }
  /// The name within the part, or empty.
  var name: String { get }
  /// The condition as it was written.
  var expected: String { get }

  /// Whether a request fulfils it.
  func matches(_ request: StubRequest, at now: Moment) -> Bool
  /// What the request has there, for messages.
  func actual(_ request: StubRequest) -> String
}

extension StubPart {
  /// The difference, or `nil` when there is none.
  func mismatch(_ request: StubRequest, at now: Moment) -> Mismatch? {
    guard !matches(request, at: now) else { return nil }
    let actual = actual(request)
    let what = name.isEmpty ? kind.rawValue : "\(kind.rawValue) '\(name)'"
    let found = actual.isEmpty ? "there is none" : "it is '\(Self.excerpt(actual))'"
    return Mismatch(
      kind, path: name, expected: expected, actual: Self.excerpt(actual),
      message: "Expected \(what) to fulfil \(expected), but \(found)")
  }

  /// The start of a text that may be long.
  private static func excerpt(_ text: String) -> String {
    text.utf8.count <= 1_000 ? text : String(text.prefix(1_000)) + "…"
  }
}
