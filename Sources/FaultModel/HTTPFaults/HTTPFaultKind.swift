/// What a kind of fault does to an answer of the mock.
///
/// A value is the fault as one step of a script asks for it.
package protocol HTTPFaultKind: Sendable {
  /// The kind's name in scripts.
  static var type: String { get }
  /// What it is told.
  static var members: [FaultMember] { get }
  /// Whether it befalls an answer that there has to be: one to a request that no interaction accepts
  /// is left as it is.
  static var needsAnswer: Bool { get }
  /// Whether the body of a request that waits for `100 Continue` is not asked for.
  static var withholdsContinue: Bool { get }
  /// Whether the body of a request is not taken, so that it never comes to its end.
  static var stallsBody: Bool { get }

  /// What is wrong with members that are all right one by one, or `nil`.
  static func problem(_ members: FaultMembers) -> String?

  /// Creates the fault.
  ///
  /// - Parameter members: those that were given, within their limits and without a problem.
  init(_ members: FaultMembers)

  /// The answer that stands in for the contracted one, or `nil`.
  ///
  /// - Parameter now: the seconds since 1970.
  func replacement(now: Int64) -> FaultResponse?

  /// What is done with the connection instead of sending the answer.
  ///
  /// - Parameters:
  ///   - answer: the answer, or what stands in for it.
  ///   - random: random numbers of this request.
  func strike(_ answer: HTTPAnswer, _ random: inout SeededGenerator) -> [WireStep]
}

extension HTTPFaultKind {
  package static var members: [FaultMember] { [] }
  package static var needsAnswer: Bool { true }
  package static var withholdsContinue: Bool { false }
  package static var stallsBody: Bool { false }
  package static func problem(_ members: FaultMembers) -> String? { nil }
  package func replacement(now: Int64) -> FaultResponse? { nil }
}
