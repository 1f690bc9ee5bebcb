import ContractModel
import JSONText

/// What a contract says about how long one of its interactions is asked again.
///
/// It is the comment `counterpart:retryUntil`, e.g. `"comments": {"counterpart:retryUntil": "10s"}`: a
/// length of time as on the command line, or a number of seconds. It goes before `--retry-until`.
enum RetryComment {
  static let name = "counterpart:retryUntil"

  /// The time that an interaction has, or `nil` when its comments do not say.
  static func limit(of interaction: Interaction) throws(VerificationError) -> Duration? {
    guard let comments = interaction.comments, comments.kind == .object,
      let value = comments[name], !value.isNull
    else { return nil }
    let text = value.string ?? (value.kind == .number ? value.text : "")
    guard let limit = Duration(written: text) else {
      let file = interaction.location.map { "\($0.file):\(value.position): " } ?? ""
      throw VerificationError(
        message: "\(file)expected a length of time such as \"10s\" for the comment '\(name)', found"
          + " \(value.text)")
    }
    return limit
  }
}
