import ContractFiles
import ContractModel
import StubModel

/// Notes what of one stub a contract cannot say.
struct ConversionNotes {
  private var diagnostics: [Diagnostic] = []
  private let file: String?

  /// - Parameter file: the file of the stub, or `nil` when it came another way.
  init(file: String?) { self.file = file }

  /// The notes in the order of their places, each once.
  var ordered: [Diagnostic] {
    var seen: Set<Diagnostic> = []
    return diagnostics.enumerated().sorted { left, right in
      guard let first = left.element.position, let other = right.element.position, first != other
      else { return left.offset < right.offset }
      return first < other
    }.map(\.element).filter { seen.insert($0).inserted }
  }

  /// Notes that something is lost.
  ///
  /// - Parameters:
  ///   - message: what does not count any more.
  ///   - cursor: what said so.
  mutating func lose(_ message: String, at cursor: StubCursor) {
    note(cursor.problem(message))
  }

  /// Notes what is lost with a problem that has its place.
  mutating func note(_ problem: StubProblem, _ severity: Diagnostic.Severity = .warning) {
    var diagnostic = Diagnostic(problem, file: file)
    diagnostic.severity = severity
    diagnostics.append(diagnostic)
  }
}
