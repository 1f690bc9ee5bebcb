import MockEngine

/// What became of a request, as the metrics tell it.
enum RequestOutcome: Int, CaseIterable, Sendable {
  /// An interaction answered.
  case interaction
  /// A stub answered.
  case stub
  /// Nothing accepted it.
  case unmatched
  /// A provider answered, or should have.
  case forwarded
  /// A fault befell the answer, whatever it was.
  case fault
  /// The fault that it asked for cannot be.
  case refused
  /// A preflight request was answered.
  case preflight
  /// The admin API answered.
  case admin

  /// Takes what answered a request of a client.
  ///
  /// - Parameter isFaulty: whether a fault befell the answer.
  init(_ answer: JournalAnswer, isFaulty: Bool) {
    if isFaulty {
      self = .fault
      return
    }
    self =
      switch answer {
      case .interaction: .interaction
      case .stub: .stub
      case .unmatched: .unmatched
      case .preflight: .preflight
      case .refusedFault: .refused
      case .forwarded: .forwarded
      }
  }

  /// The value of the label.
  var text: String { "\(self)" }
}
