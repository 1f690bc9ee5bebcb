import ContractModel

/// How many test cases a suite holds, and how they ended.
struct JUnitCounts {
  private var tests = 0
  private var failures = 0
  private var errors = 0
  private var skipped = 0
  private var time = Duration.zero

  /// Counts some results.
  init(of results: some Sequence<InteractionResult>) {
    for result in results {
      tests += 1
      switch result.status {
      case .passed: break
      case .failed: failures += 1
      case .error: errors += 1
      case .pending, .skipped: skipped += 1
      }
      time += max(result.duration, .zero)
    }
  }

  /// Writes the counts as attributes of an element.
  func write(to xml: inout XMLWriter) {
    xml.attribute("tests", tests)
    xml.attribute("failures", failures)
    xml.attribute("errors", errors)
    xml.attribute("skipped", skipped)
    xml.attribute("time", time.secondsText)
  }
}
