package import ContractModel
import JSONText

/// Puts what the tests of a suite exercised into the contract of its parties.
///
/// An interaction keeps the names of the tests that exercised it, `SUITE/TEST`, in its comments:
/// `testname` is the first of them, and `tests` has all when there are several. By them a suite knows
/// its own interactions again.
package enum ContractRecording {
  /// An interaction, and the tests that exercised it.
  package struct Entry: Sendable {
    /// The interaction.
    package var interaction: Interaction
    /// The names of the tests.
    package var tests: Set<String>

    /// Creates an entry.
    package init(_ interaction: Interaction, tests: Set<String>) {
      self.interaction = interaction
      self.tests = tests
    }
  }

  /// Adds what a suite exercised.
  ///
  /// The interactions are in the order of their descriptions then, whatever order the tests ran in.
  ///
  /// - Parameters:
  ///   - entries: what was exercised.
  ///   - existing: the contract that is there, or an empty one.
  ///   - suite: the suite's name, which is in front of the names of its tests.
  ///   - replaces: whether what the suite exercised earlier, and does no more, is left out.
  /// - Throws: ``Diagnostic`` when an interaction is there that says something else, and tests of other
  ///   suites exercise it.
  package static func merge(
    _ entries: [Entry], into existing: Contract, of suite: String, replaces: Bool
  ) throws(Diagnostic) -> Contract {
    var slots: [Slot] = existing.interactions.compactMap { Slot($0, of: suite, replaces: replaces) }
    for entry in entries {
      guard let place = slots.firstIndex(where: { $0.isSame(as: entry.interaction) }) else {
        slots.append(Slot(entry))
        continue
      }
      try slots[place].take(entry, of: suite)
    }
    var merged = existing
    merged.interactions = slots.sorted().map(\.named)
    return merged
  }
}

/// An interaction of the contract, and who exercised it.
private struct Slot: Comparable {
  private var interaction: Interaction
  private var tests: Set<String>
  private let isNew: Bool

  /// What is there; `nil` when it is left out.
  init?(_ interaction: Interaction, of suite: String, replaces: Bool) {
    let tests = interaction.tests
    let others = tests.filter { !Self.belongs($0, to: suite) }
    if replaces, others.isEmpty, !tests.isEmpty { return nil }
    self.interaction = interaction
    self.tests = replaces ? others : tests
    isNew = false
  }

  init(_ entry: ContractRecording.Entry) {
    interaction = entry.interaction
    tests = entry.tests
    isNew = true
  }

  func isSame(as other: Interaction) -> Bool { ContractMerge.areSame(interaction, other) }

  mutating func take(
    _ entry: ContractRecording.Entry, of suite: String
  ) throws(Diagnostic) {
    let isOwn = tests.allSatisfy { Self.belongs($0, to: suite) } && !tests.isEmpty
    if !isOwn || isNew {
      let merged = Contract(consumer: "", provider: "", interactions: [interaction])
      let added = Contract(consumer: "", provider: "", interactions: [entry.interaction])
      _ = try ContractMerge.merge(added, into: merged)
    } else {
      interaction = entry.interaction
    }
    tests.formUnion(entry.tests)
  }

  /// The interaction with the names of the tests.
  var named: Interaction {
    guard Set(interaction.tests) != tests else { return interaction }
    var named = interaction
    named.source = nil
    named.comments = Self.comments(interaction.comments, tests.sorted())
    return named
  }

  private static func comments(_ comments: JSONValue?, _ tests: [String]) -> JSONValue? {
    let kept = (comments ?? .null).members.filter { !["testname", "tests"].contains($0.name) }
    guard !kept.isEmpty || !tests.isEmpty else { return nil }
    return .make { writer in
      writer.object { writer in
        for member in kept { writer.member(member.name, member.value) }
        if let first = tests.first { writer.member("testname", first) }
        if tests.count > 1 {
          writer.key("tests")
          writer.array { writer in for test in tests { writer.string(test) } }
        }
      }
    }
  }

  private static func belongs(_ test: String, to suite: String) -> Bool {
    test.hasPrefix(suite + "/")
  }

  private var order: [String] {
    [interaction.description]
      + interaction.providerStates.map { state in
        "\(state.name) \(state.parameters?.text ?? "")"
      }
  }

  static func < (left: Slot, right: Slot) -> Bool {
    left.order.lexicographicallyPrecedes(right.order)
  }
}

extension Interaction {
  /// The names of the tests that exercised it.
  fileprivate var tests: Set<String> {
    let all = comments?["tests"]?.elements.compactMap(\.string) ?? []
    return Set(all.isEmpty ? testName.map { [$0] } ?? [] : all)
  }
}
