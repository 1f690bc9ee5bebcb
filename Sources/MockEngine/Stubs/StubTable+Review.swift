package import ContractModel
import JSONText
import StubMatching
import StubModel

extension StubTable {
  /// A warning for each stub that can never answer, since one that comes before it accepts all that it
  /// could accept.
  package func unreachable() -> [Diagnostic] {
    all.compactMap { stub in
      guard let first = shadow(of: stub) else { return nil }
      let place = first.mapping.location.map { " (\($0))" } ?? ""
      return Diagnostic(
        .warning,
        "the stub '\(stub.mapping.title)' can never answer: '\(first.mapping.title)'\(place) accepts"
          + " the same requests and comes first; give one of them a 'priority'",
        file: stub.mapping.location?.file,
        position: stub.mapping.location.map { JSONPosition(line: $0.line, column: 1) })
    }
  }

  private func shadow(of stub: CompiledStub) -> CompiledStub? {
    for entry in siblings(of: stub) {
      guard entry.rank < stub.rank, let other = self.stub(at: Int(entry.slot)) else { continue }
      if other.mapping.scenario?.required != nil,
        other.mapping.scenario?.name != stub.mapping.scenario?.name
          || other.mapping.scenario?.required != stub.mapping.scenario?.required
      {
        continue
      }
      if other.mapping.request.value == stub.mapping.request.value { return other }
      if other.matcher.isDecidedByMethodAndURL, Self.covers(other, stub) { return other }
    }
    return nil
  }

  private static func covers(_ first: CompiledStub, _ stub: CompiledStub) -> Bool {
    guard first.matcher.method == .any || first.matcher.method == stub.matcher.method else {
      return false
    }
    return switch (first.matcher.url, stub.matcher.url) {
    case (.any, _): true
    case (.path(let left), .path(let right)), (.exact(let left), .exact(let right)): left == right
    default: false
    }
  }
}
