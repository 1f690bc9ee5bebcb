/// Why a report could not be written.
public struct ReportError: Error, Sendable, Hashable, CustomStringConvertible {
  private enum Code: Sendable, Hashable {
    case xmlNotWritten
  }

  private let code: Code

  /// The XML writer gave up: there is no memory, or the report is larger than 2 GB.
  public static let xmlNotWritten: ReportError = ReportError(code: .xmlNotWritten)

  /// What happened, in a sentence.
  public var description: String {
    switch code {
    case .xmlNotWritten:
      "the XML report could not be written: out of memory, or larger than 2 GB"
    }
  }
}
