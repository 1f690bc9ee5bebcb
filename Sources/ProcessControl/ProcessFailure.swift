/// Why a process could not be started.
package struct ProcessFailure: Error, Sendable, CustomStringConvertible {
  /// What could not be done, and the system's reason.
  package let description: String

  init(_ action: String, code: Int32) {
    description = "cannot \(action): \(SystemCalls.reason(code))"
  }
}
