import ContractMatching
import StubModel

/// `{"contains": "a"}` and `{"doesNotContain": "a"}`, which holds for a missing value too.
struct Contains: StubOperatorKind {
  static let names = ["contains", "doesNotContain"]

  private let wanted: [UInt8]
  private let isNegated: Bool

  init(
    _ name: String, _ operand: StubCursor, in pattern: StubCursor, _ reader: StubOperatorReader
  ) throws(StubProblem) {
    wanted = Array(try operand.string().utf8)
    isNegated = name == "doesNotContain"
  }

  func matches(_ value: StubValue?, at now: Moment) -> Bool {
    guard let value else { return isNegated }
    let (bytes, wanted) = (value.bytes, wanted)
    return Self.contains(bytes.span, wanted.span) != isNegated
  }

  private static func contains(_ bytes: Span<UInt8>, _ wanted: Span<UInt8>) -> Bool {
    guard wanted.count > 0 else { return true }
    guard bytes.count >= wanted.count else { return false }
    let first = wanted[0]
    for start in 0...(bytes.count - wanted.count) where bytes[start] == first {
      var at = 1
      while at < wanted.count, bytes[start + at] == wanted[at] { at += 1 }
      if at == wanted.count { return true }
    }
    return false
  }
}
