import ContractModel

/// Why a file could not be read or written.
public struct StoreError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The kinds of failure.
  public enum Kind: Sendable, Hashable {
    /// There is no such file or folder.
    case missing
    /// Reading or writing failed.
    case inputOutput
    /// The content is not what it must be.
    case content
  }

  /// The kind of failure.
  public var kind: Kind
  /// What failed, with the path and the system's reason.
  public var description: String

  /// Creates an error.
  public init(_ kind: Kind, _ description: String) {
    self.kind = kind
    self.description = description
  }

  init(_ diagnostic: Diagnostic) { self.init(.content, diagnostic.description) }
}
