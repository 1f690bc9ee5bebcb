public import JSONText

/// Something that is wrong with a file: what, where, and what to do.
public struct Diagnostic: Error, Sendable, Hashable, CustomStringConvertible {
  /// How bad it is.
  public enum Severity: String, Sendable, Hashable {
    /// The file, or a part of it, cannot be used.
    case error
    /// The file can be used, but probably does not say what was meant.
    case warning
  }

  /// How bad it is.
  public var severity: Severity
  /// What is wrong and what was expected.
  public var message: String
  /// The file's path as it was given, or `nil` when no file is concerned.
  public var file: String?
  /// The place in the file, or `nil` when the whole file is concerned.
  public var position: JSONPosition?

  /// Creates a diagnostic.
  public init(
    _ severity: Severity = .error, _ message: String, file: String? = nil,
    position: JSONPosition? = nil
  ) {
    self.severity = severity
    self.message = message
    self.file = file
    self.position = position
  }

  /// `file:line:column: severity: message`, as compilers print it.
  public var description: String { "\(place)\(severity.rawValue): \(message)" }

  /// `file:line:column: message`, where it is clear what severity it has.
  package var withoutSeverity: String { place + message }

  private var place: String {
    var text = ""
    if let file { text += "\(file):" }
    if let position { text += "\(position):" }
    return text.isEmpty ? "" : text + " "
  }
}
