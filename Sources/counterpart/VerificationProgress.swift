import ContractModel
import ContractReports

/// Tells how far a verification is: a bar on a terminal, elsewhere a line from time to time.
///
/// A short verification is quiet in the log of a CI server.
struct VerificationProgress {
  private static let frame = Duration.milliseconds(50)
  private static let pause = Duration.seconds(10)

  private let text: ProgressText
  private let clock = ContinuousClock()
  /// The columns of the terminal, or `nil` where no bar can be drawn.
  private let width: Int?
  private var done = 0
  private var bad = 0
  private var next: ContinuousClock.Instant

  init(total: Int) {
    text = ProgressText(total: total)
    width = Terminal.environment("TERM") == "dumb" ? nil : Terminal.errorWidth
    next = width == nil ? clock.now + Self.pause : clock.now
  }

  mutating func note(_ result: InteractionResult) {
    done += 1
    if [.failed, .error].contains(result.status) { bad += 1 }
    let now = clock.now
    guard now >= next else { return }
    if let width {
      next = now + Self.frame
      Terminal.log(partial: "\r\u{1B}[K" + text.bar(done: done, bad: bad, width: width))
    } else {
      next = now + Self.pause
      Terminal.log(text.line(done: done, bad: bad))
    }
  }

  func end() {
    if width != nil { Terminal.log(partial: "\r\u{1B}[K") }
  }
}
