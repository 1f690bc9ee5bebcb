import ContractModel

/// What a command left behind.
struct CommandOutput: Sendable, Hashable {
  /// How a command ended.
  enum End: Sendable, Hashable {
    /// It ended by itself with this code.
    case code(Int32)
    /// A signal ended it.
    case signal(Int32)
    /// Its time was up, and it was killed.
    case timeout
    /// It wrote more than is kept, and was killed.
    case tooLarge
    /// The verification was interrupted.
    case cancelled
  }

  /// How much of standard output is kept; more is an error.
  static let largestOutput = 64 << 20

  /// How it ended.
  var end: End
  /// What it wrote to standard output.
  var output: [UInt8]
  /// The last of what it wrote to standard error.
  var errors: [UInt8]

  /// Why what it wrote does not count, or `nil` when it ended with code 0.
  ///
  /// - Parameter limit: how long it had.
  func failure(limit: Duration) -> String? {
    let reason =
      switch end {
      case .code(0): nil as String?
      case .code(let code): "the command ended with exit code \(code)"
      case .signal(let signal): "the command was ended by signal \(signal)"
      case .timeout: "the command did not end within \(limit.shortText) and was killed"
      case .tooLarge: "the command wrote more than \(Self.largestOutput >> 20) MB"
      case .cancelled: "interrupted"
      }
    guard let reason else { return nil }
    var text = Substring(String(decoding: errors, as: UTF8.self))
    while text.last?.isWhitespace == true { text.removeLast() }
    return text.isEmpty ? reason : "\(reason): \(text)"
  }
}
