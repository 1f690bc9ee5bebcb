import ContractMatching
import ContractModel
public import JSONText

/// Which interactions are verified.
///
/// Everything that is given has to hold; of several consumers or keys one.
public struct VerificationFilter: Sendable {
  /// Only interactions of one of these consumers; all when empty.
  public var consumers: [String] = []
  /// Only interactions with one of these keys; all when empty.
  public var keys: [String] = []
  /// Only interactions without a provider state.
  public var isWithoutState: Bool = false
  private var description: RegularExpression?
  private var state: RegularExpression?
  private var failures: Set<Identity>?

  /// What tells one interaction from others in a report.
  private struct Identity: Hashable {
    let consumer: String
    let provider: String
    let description: String
    let states: [String]
    let key: String?
  }

  /// A filter that lets everything through.
  public init() {}

  /// Lets only interactions through whose description has a match of an expression in it.
  ///
  /// - Parameter pattern: a PCRE2 expression, which need not match the whole description.
  /// - Throws: ``VerifierError`` when it is not valid.
  public mutating func requireDescription(_ pattern: String) throws(VerifierError) {
    description = try Self.search(pattern)
  }

  /// Lets only interactions through of which a provider state has a match of an expression in its name.
  ///
  /// - Parameter pattern: a PCRE2 expression, which need not match the whole name.
  /// - Throws: ``VerifierError`` when it is not valid.
  public mutating func requireState(_ pattern: String) throws(VerifierError) {
    state = try Self.search(pattern)
  }

  private static func search(_ pattern: String) throws(VerifierError) -> RegularExpression {
    do throws(RuleError) {
      // By itself, so that what is wrong is told of what was written.
      _ = try RegularExpression(pattern)
      return try RegularExpression("(?s:.*?)(?:\(pattern))(?s:.*)")
    } catch {
      throw VerifierError(error.message)
    }
  }

  /// Lets only interactions through that failed or ended in an error in an earlier run; pending ones
  /// count as well.
  ///
  /// - Parameter report: the JSON report of that run.
  /// - Throws: ``VerifierError`` when it is no such report.
  public mutating func requireFailure(in report: JSONValue) throws(VerifierError) {
    guard let results = report["results"], results.kind == .array else {
      throw VerifierError("it is no JSON report of a verification: it has no list 'results'")
    }
    let failed = results.elements.filter { result in
      ["failed", "error", "pending"].contains(result["status"]?.string)
    }
    failures = Set(
      failed.map { result in
        Identity(
          consumer: result["consumer"]?.string ?? "", provider: result["provider"]?.string ?? "",
          description: result["description"]?.string ?? "",
          states: (result["providerStates"] ?? .null).elements.compactMap(\.string),
          key: result["key"]?.string)
      })
  }

  /// Whether an interaction is verified.
  public func accepts(_ item: VerificationItem) -> Bool {
    let interaction = item.interaction
    let states = interaction.providerStates.map(\.name)
    if !consumers.isEmpty, !consumers.contains(item.consumer) { return false }
    if !keys.isEmpty, !keys.contains(where: { $0 == interaction.key }) { return false }
    if isWithoutState, !states.isEmpty { return false }
    if let description, description.match(interaction.description) != .matches { return false }
    if let state, !states.contains(where: { state.match($0) == .matches }) { return false }
    guard let failures else { return true }
    return failures.contains(
      Identity(
        consumer: item.consumer, provider: item.provider, description: interaction.description,
        states: states, key: interaction.key))
  }
}
