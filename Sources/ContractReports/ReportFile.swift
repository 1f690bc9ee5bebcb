/// One file of a report that is a folder.
public struct ReportFile: Sendable, Hashable {
  /// The name in the folder, without any `/`.
  public let name: String
  /// The content.
  public let bytes: [UInt8]
}
