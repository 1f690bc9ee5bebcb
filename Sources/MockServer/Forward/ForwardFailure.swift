/// Why a request that was forwarded got no answer.
enum ForwardFailure: Error, Sendable, Hashable {
  /// No connection could be made.
  case unreachable(String)
  /// The connection ended before a byte of the answer.
  case noAnswer
  /// The answer could not be read.
  case broken(String)
  /// The answer is larger than bodies may be.
  case tooLarge(limit: Int)
  /// The answer did not come in time.
  case late(Duration)

  /// The status of what is answered instead.
  var status: Int {
    if case .late = self { 504 } else { 502 }
  }

  /// What is said of it.
  var message: String {
    switch self {
    case .unreachable(let reason): "it cannot be reached: \(reason)"
    case .noAnswer: "it closed the connection without an answer"
    case .broken(let reason): "its answer cannot be read: \(reason)"
    case .tooLarge(let limit): "its answer is larger than \(limit) bytes"
    case .late(let limit): "it did not answer within \(limit)"
    }
  }
}
