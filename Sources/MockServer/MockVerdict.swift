import ContractMatching
public import ContractModel
package import MockEngine

/// Whether what was requested of a mock is what its contracts expect.
public struct MockVerdict: Sendable {
  /// An interaction that no request asked for.
  public struct Missing: Sendable, Hashable {
    /// The interaction's description.
    public var description: String
    /// The expected method.
    public var method: String
    /// The expected path.
    public var path: String
  }

  /// A request that no interaction accepted.
  public struct Unexpected: Sendable, Hashable {
    /// The request's method.
    public var method: String
    /// The request's path.
    public var path: String
    /// The description of the nearest interaction, when method and path fit one.
    public var nearest: String?
    /// What differs from the nearest interaction; empty when there is none.
    public var mismatches: [Mismatch]
  }

  /// Interactions that no request asked for.
  public var missing: [Missing] = []
  /// Requests that no interaction accepted; the newest 1,000.
  public var unexpected: [Unexpected] = []
  /// How many requests were answered from the contracts.
  public var played: Int = 0

  /// Whether every interaction was asked for, and nothing else was.
  public var isFulfilled: Bool { missing.isEmpty && unexpected.isEmpty }

  init() {}

  package init(_ engine: MockEngine) {
    played = engine.plays.reduce(0, +)
    for (place, interaction) in engine.interactions.enumerated() where engine.plays[place] == 0 {
      let expected = interaction.matcher.expected
      missing.append(
        Missing(
          description: interaction.description, method: expected.method, path: expected.path))
    }
    unexpected = engine.unmatched.map { request in
      let nearest = request.meant
      return Unexpected(
        method: request.method, path: request.path,
        nearest: nearest.map { engine.interactions[$0.interaction].description },
        mismatches: nearest?.mismatches ?? [])
    }
  }
}
