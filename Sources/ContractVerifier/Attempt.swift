import ContractModel

/// An interaction that is under way: what is asked, how far that is, and what came of it.
///
/// A reference, because what is compared is large and would be copied at each step.
final class Attempt {
  /// What is asked and compared.
  var check: InteractionCheck
  /// How long it may be asked again.
  let retry: RetryPolicy
  /// When work on it began, its states included.
  let start: Duration
  /// The states that the provider did not know, which are not torn down.
  var unknownStates: [String] = []
  /// How far the asking is; `nil` before the first.
  var progress: AskingProgress?
  /// How long the answers that were right took.
  var latencies: [Duration] = []
  /// What came of it, once that is known.
  var result: InteractionResult?

  init(_ check: InteractionCheck, retry: RetryPolicy, start: Duration) {
    self.check = check
    self.retry = retry
    self.start = start
  }
}
