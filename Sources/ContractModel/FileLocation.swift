/// A line of a contract file.
public struct FileLocation: Sendable, Hashable, CustomStringConvertible {
  /// The file's path as it was given.
  public var file: String
  /// The line, counted from 1.
  public var line: Int

  /// Creates a location.
  public init(file: String, line: Int) {
    self.file = file
    self.line = line
  }

  /// `file:line`.
  public var description: String { "\(file):\(line)" }
}
