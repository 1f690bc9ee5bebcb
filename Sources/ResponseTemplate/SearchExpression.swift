import CPCRE2

/// A regular expression (PCRE2) that is looked for in a text, with its groups.
///
/// Matching gives up after a fixed number of steps, so that no pattern can hang a request.
final class SearchExpression: Sendable {
  // PCRE2 documents a compiled pattern as immutable and safe to share between threads.
  private nonisolated(unsafe) let code: OpaquePointer
  private static let stepLimit: UInt32 = 1_000_000
  private static let heapLimitKilobytes: UInt32 = 20_000

  /// Compiles an expression; `nil` when it is none.
  ///
  /// - Parameter isWhole: whether it has to match the whole text.
  init?(_ pattern: String, isWhole: Bool) {
    var error: Int32 = 0
    var offset = 0
    var options = UInt32(PCRE2_UTF)
    if isWhole { options |= UInt32(PCRE2_ANCHORED) | PCRE2_ENDANCHORED }
    let bytes = Array(pattern.utf8)
    let compiled = bytes.withUnsafeBufferPointer {
      cpcre2_compile($0.baseAddress, $0.count, options, &error, &offset)
    }
    guard let compiled else { return nil }
    code = compiled
  }

  deinit { cpcre2_code_free(code) }

  /// Finds the first place.
  ///
  /// - Returns: the whole that was found and its groups, of which some may have found nothing; `nil`
  ///   when there is no such place, or too many steps would be needed.
  func firstMatch(in text: String) -> [String?]? {
    guard let limits = cpcre2_match_context_create(Self.heapLimitKilobytes) else { return nil }
    defer { cpcre2_match_context_free(limits) }
    cpcre2_set_limit(limits, Self.stepLimit)
    guard let data = cpcre2_match_data_create(code) else { return nil }
    defer { cpcre2_match_data_free(data) }
    // An empty array may have no address, which PCRE2 takes for a mistake.
    let subject = Array(text.utf8) + [0]
    let count = subject.withUnsafeBufferPointer {
      cpcre2_match(code, $0.baseAddress, $0.count - 1, 0, data, limits)
    }
    guard count > 0 else { return nil }
    return (0..<UInt32(count)).map { group in
      let (start, end) = (cpcre2_offset(data, 2 * group), cpcre2_offset(data, 2 * group + 1))
      guard start <= end, end < subject.count else { return nil }
      return String(decoding: subject[start..<end], as: UTF8.self)
    }
  }
}
