import ContractModel

extension RehearsalJudge {
  /// How much shorter than the one before a gap may be and still count as grown: clients add some
  /// chance to their pauses.
  private static let tolerance = 0.9

  /// How long the client waited between attempts.
  var gapsFinding: RehearsalVerdict.Finding? {
    guard let expected = expectations.gaps else { return nil }
    var problems: [String] = []
    var seen: [String] = []
    for operation in operations {
      var last: Duration?
      for (failed, next) in Self.retries(of: operation) {
        let gap = next.time - failed.time
        seen.append(Self.text(gap))
        if let least = expected.least, gap < least {
          problems.append(
            "\(Self.text(least)) or more was expected, \(operation.name) came again after"
              + " \(Self.text(gap))")
        }
        if let most = expected.most, gap > most {
          problems.append(
            "\(Self.text(most)) or less was expected, \(operation.name) came again after"
              + " \(Self.text(gap))")
        }
        if expected.isGrowing, let last, gap < last * Self.tolerance {
          problems.append(
            "\(operation.name) came again after \(Self.text(gap)), sooner than the"
              + " \(Self.text(last)) before")
        }
        last = gap
      }
    }
    if seen.isEmpty { problems.append("nothing was attempted again after a failure") }
    return .init("gaps", problems: problems, evidence: seen.joined(separator: ", "))
  }
}
