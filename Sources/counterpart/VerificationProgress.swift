import ContractModel

/// Tells on a terminal how far a verification is; elsewhere it is quiet.
struct VerificationProgress {
  private let total: Int
  private var done = 0
  private var bad = 0
  private let isShown = Terminal.isErrorTerminal

  init(total: Int) { self.total = total }

  mutating func note(_ result: InteractionResult) {
    done += 1
    if [.failed, .error].contains(result.status) { bad += 1 }
    guard isShown else { return }
    Terminal.log(partial: "\r\(done) of \(total) verified\(bad > 0 ? ", \(bad) not honoured" : "")")
  }

  func end() {
    if isShown { Terminal.log(partial: "\r\u{1B}[K") }
  }
}
