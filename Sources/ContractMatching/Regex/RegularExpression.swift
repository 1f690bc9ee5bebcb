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
  private let uses = Mutex(0)
  /// Whether there is machine code; `nil` while nobody asked.
  private let isMachineCode = Mutex<Bool?>(nil)

  /// Interpreting is faster than compiling to machine code for this many matches.
  private static let usesBeforeJIT = 4
  private static let stepLimit: UInt32 = 1_000_000
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

  deinit { cpcre2_code_free(code) }

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
    let isCompiled = uses.withLock { uses in
      uses += 1
      return uses > Self.usesBeforeJIT
    }
    let first = run(text, asMachineCode: isCompiled)
    return first == .gaveUp ? run(text, asMachineCode: !isCompiled) : first
  }

  private func run(_ text: String, asMachineCode: Bool) -> Outcome {
    if asMachineCode {
      let isReady = isMachineCode.withLock { isMachineCode in
        if isMachineCode == nil { isMachineCode = cpcre2_jit_compile(code) == 0 }
        return isMachineCode == true
      }
      guard isReady else { return .gaveUp }
    }
    let data = cpcre2_match_data_create(code)
    let context = cpcre2_match_context_create(
      Self.stepLimit, Self.stepLimit, Self.heapLimitKilobytes)
    defer {
      cpcre2_match_data_free(data)
      cpcre2_match_context_free(context)
    }
    // A string is valid UTF-8: PCRE2 need not look again.
    var options = UInt32(PCRE2_NO_UTF_CHECK)
    if !asMachineCode { options |= UInt32(PCRE2_NO_JIT) }
    var text = text
    let result = text.withUTF8 { bytes in
      cpcre2_match(code, bytes.baseAddress, bytes.count, options, data, context)
    }
    if result >= 0 { return .matches }
    return result == PCRE2_ERROR_NOMATCH ? .differs : .gaveUp
  }
}
