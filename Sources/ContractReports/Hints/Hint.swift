import ContractModel

/// What a person may do about a result that did not pass, where what differs is a usual mistake.
///
/// A mismatch says what differs; a hint says where to look next, and is only given where that is
/// likely to be right.
enum Hint {
  /// The hints on a result, none of them twice.
  static func all(on result: InteractionResult) -> [String] {
    guard result.status != .passed, result.status != .skipped else { return [] }
    var hints: [String] = []
    if result.mismatches.isEmpty, let error = result.error, let hint = StateHint.hint(on: error) {
      hints.append(hint)
    }
    if let hint = WebPageHint.hint(on: result.mismatches) { hints.append(hint) }
    if let hint = StatusHint.hint(on: result) { hints.append(hint) }
    hints += OrderHint.hints(on: result.mismatches)
    hints += QuotesHint.hints(on: result.mismatches)
    return hints
  }
}
