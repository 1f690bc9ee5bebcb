import CPCRE2
import Synchronization

/// A regular expression (PCRE2) that a whole string has to match.
///
/// The expression is anchored at both ends: `\d+` matches `42` and not `a42`. Matching gives up after a
/// fixed number of steps, so that no pattern can hang a run.
package final class RegularExpression: Sendable {
  /// What a match can give.
  package enum Outcome: Sendable {
    /// The whole string matches.
    case matches
    /// It does not.
    case differs
    /// Matching took more steps than are allowed.
    case gaveUp
  }

  /// The expression as it was written.
  package let pattern: String
  // PCRE2 documents a compiled pattern as immutable and safe to share between threads, but for JIT
  // compilation, which the lock guards.
  private nonisolated(unsafe) let code: OpaquePointer
  private let state = Mutex(State())

  /// What changes with the use of an expression.
  private struct State {
    var uses = 0
    /// Whether there is machine code; `nil` while nobody asked.
    var isMachineCode: Bool?
    /// Buffers that no match uses at the moment.
    var spareData: [MatchData] = []
  }

  /// What one match uses at a time: a buffer, and the limit of its steps.
  private struct MatchData: @unchecked Sendable {
    let pointer: OpaquePointer
    let limits: OpaquePointer
  }

  /// Interpreting is faster than compiling to machine code for this many matches.
  private static let usesBeforeJIT = 4
  /// A match may take this many steps, and so many more for each byte: what a body full of bad texts
  /// costs stays in proportion to its size.
  private static let freeSteps = 20_000
  private static let stepsPerByte = 200
  private static let stepLimit = 10_000_000
  private static let heapLimitKilobytes: UInt32 = 20_000

  /// Compiles an expression.
  ///
  /// - Throws: ``RuleError`` with the reason and the place in the pattern.
  package init(_ pattern: String) throws(RuleError) {
    self.pattern = pattern
    var error: Int32 = 0
    var offset = 0
    let options = UInt32(PCRE2_UTF) | UInt32(PCRE2_ANCHORED) | PCRE2_ENDANCHORED
    let bytes = Array(pattern.utf8)
    let compiled = bytes.withUnsafeBufferPointer { buffer in
      cpcre2_compile(buffer.baseAddress, buffer.count, options, &error, &offset)
    }
    guard let compiled else {
      throw RuleError(
        "the regular expression '\(pattern)' is not valid: \(Self.message(error)) at character"
          + " \(offset + 1)")
    }
    code = compiled
  }

  deinit {
    state.withLock { state in
      for data in state.spareData {
        cpcre2_match_data_free(data.pointer)
        cpcre2_match_context_free(data.limits)
      }
    }
    cpcre2_code_free(code)
  }

  private static func message(_ error: Int32) -> String {
    var buffer = [UInt8](repeating: 0, count: 256)
    let length = buffer.withUnsafeMutableBufferPointer { buffer in
      cpcre2_error_message(error, buffer.baseAddress, buffer.count)
    }
    return String(decoding: buffer.prefix(Int(max(length, 0))), as: UTF8.self)
  }

  /// Matches a whole string.
  ///
  /// There are two engines, an interpreter and machine code, whose limits differ. Where one gives up
  /// the other is asked, so that the verdict does not depend on how often the expression was used.
  package func match(_ text: String) -> Outcome {
    var text = text
    return text.withUTF8(match)
  }

  /// Matches a whole string of valid UTF-8.
  func match(_ text: UnsafeBufferPointer<UInt8>) -> Outcome {
    let isCompiled = state.withLock { state in
      state.uses += 1
      if state.uses > Self.usesBeforeJIT, state.isMachineCode == nil {
        state.isMachineCode = cpcre2_jit_compile(code) == 0
      }
      return state.isMachineCode == true
    }
    let first = run(text, asMachineCode: isCompiled)
    return first == .gaveUp ? run(text, asMachineCode: !isCompiled) : first
  }

  private func run(_ text: UnsafeBufferPointer<UInt8>, asMachineCode: Bool) -> Outcome {
    if asMachineCode {
      let isReady = state.withLock { state in
        if state.isMachineCode == nil { state.isMachineCode = cpcre2_jit_compile(code) == 0 }
        return state.isMachineCode == true
      }
      guard isReady else { return .gaveUp }
    }
    guard let data = state.withLock({ $0.spareData.popLast() }) ?? makeData() else {
      return .gaveUp
    }
    defer { state.withLock { $0.spareData.append(data) } }
    let steps = min(Self.freeSteps + text.count * Self.stepsPerByte, Self.stepLimit)
    cpcre2_set_limit(data.limits, UInt32(clamping: steps))
    // The text is valid UTF-8: PCRE2 need not look again.
    var options = UInt32(PCRE2_NO_UTF_CHECK)
    if !asMachineCode { options |= UInt32(PCRE2_NO_JIT) }
    // An empty buffer may have no address, which PCRE2 takes for a mistake.
    let empty: [UInt8] = [0]
    let result = empty.withUnsafeBufferPointer { empty in
      cpcre2_match(
        code, text.baseAddress ?? empty.baseAddress, text.count, options, data.pointer, data.limits)
    }
    if result >= 0 { return .matches }
    return result == PCRE2_ERROR_NOMATCH ? .differs : .gaveUp
  }

  private func makeData() -> MatchData? {
    guard let pointer = cpcre2_match_data_create(code) else { return nil }
    guard let limits = cpcre2_match_context_create(Self.heapLimitKilobytes) else {
      cpcre2_match_data_free(pointer)
      return nil
    }
    return MatchData(pointer: pointer, limits: limits)
  }
}
