import ContractMatching
import ContractModel

/// Compares replies with what a contract expects of them, wherever they come from.
enum ReplyComparison {
  /// What differs, or why nothing can be compared.
  ///
  /// - Parameters:
  ///   - expected: the expected messages.
  ///   - one: gives the only message, where one is expected.
  ///   - list: gives all messages, where several are expected.
  static func mismatches(
    _ expected: [MessageMatcher], one: () throws(VerificationError) -> ActualMessage,
    list: () throws(VerificationError) -> [ActualMessage]
  ) -> Result<[Mismatch], VerificationError> {
    do throws(VerificationError) {
      switch expected.count {
      case 0: return .success([])
      case 1: return .success(expected[0].mismatches(try one()))
      default: return .success(compare(expected, try list()))
      }
    } catch {
      return .failure(error)
    }
  }

  private static func compare(
    _ expected: [MessageMatcher], _ messages: [ActualMessage]
  ) -> [Mismatch] {
    guard messages.count == expected.count else {
      return [
        Mismatch(
          .body, path: "$", expected: "\(expected.count)", actual: "\(messages.count)",
          message: "Expected \(expected.count) replies but received \(messages.count)")
      ]
    }
    return zip(expected, messages).enumerated().flatMap { index, pair in
      pair.0.mismatches(pair.1).map { mismatch in
        var mismatch = mismatch
        mismatch.message = "Reply \(index + 1): \(mismatch.message)"
        return mismatch
      }
    }
  }
}
