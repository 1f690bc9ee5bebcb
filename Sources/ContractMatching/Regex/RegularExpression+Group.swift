import CPCRE2

extension RegularExpression {
  private static let groupStepLimit: UInt32 = 1_000_000
  private static let groupHeapLimitKilobytes: UInt32 = 20_000

  /// What the first group finds when the whole of a text matches.
  ///
  /// The expression is compiled for it: this is for what is asked once.
  ///
  /// - Returns: the group's text; `nil` when the text does not match, or the group found nothing.
  func firstGroup(of text: String) -> String? {
    let options = UInt32(PCRE2_UTF) | UInt32(PCRE2_ANCHORED) | PCRE2_ENDANCHORED
    var error: Int32 = 0
    var offset = 0
    let bytes = Array(pattern.utf8)
    let code = bytes.withUnsafeBufferPointer {
      cpcre2_compile($0.baseAddress, $0.count, options, &error, &offset)
    }
    guard let code else { return nil }
    defer { cpcre2_code_free(code) }
    guard let limits = cpcre2_match_context_create(Self.groupHeapLimitKilobytes) else { return nil }
    defer { cpcre2_match_context_free(limits) }
    cpcre2_set_limit(limits, Self.groupStepLimit)
    let data = cpcre2_match_data_create(code)
    defer { cpcre2_match_data_free(data) }
    // An empty array may have no address, which PCRE2 takes for a mistake.
    let subject = Array(text.utf8) + [0]
    let count = subject.withUnsafeBufferPointer {
      cpcre2_match(code, $0.baseAddress, $0.count - 1, 0, data, limits)
    }
    guard count > 1 else { return nil }
    let (start, end) = (cpcre2_offset(data, 2), cpcre2_offset(data, 3))
    guard start <= end, end < subject.count else { return nil }
    return String(decoding: subject[start..<end], as: UTF8.self)
  }
}
