import ContractModel

/// A request by which a client tried something.
public struct Attempt: Sendable, Hashable {
  /// When it had come, since the mock began to listen.
  public let time: Duration
  /// The time since the attempt before; `nil` for the first.
  public let gap: Duration?
  /// The status of the answer; `nil` when none was sent, because of a fault.
  public let status: Int?
  /// The fault that befell the answer, as `TYPE[,KEY=VALUE]…`; `nil` when none did.
  public let fault: String?
  /// How long the answer said to wait; `nil` when it said nothing.
  public let retryAfter: Duration?
  /// The number of its connection; the same for those that used one again.
  public let connection: Int
  private let fields: [Field]

  init(_ attempt: RehearsalAttempt, after earlier: RehearsalAttempt?) {
    time = attempt.time
    gap = earlier.map { attempt.time - $0.time }
    status = attempt.status
    fault = attempt.fault
    retryAfter =
      switch attempt.retryAfter {
      case .seconds(let seconds)?: .seconds(seconds)
      case .date(let second)?: .seconds(second) - attempt.date
      case nil: nil
      }
    connection = attempt.connection
    fields = attempt.fields
  }

  /// The value of the request's first header field of a name, in any case; `nil` when there is none.
  public func header(_ name: String) -> String? { fields.header(name.lowercased()) }
}
