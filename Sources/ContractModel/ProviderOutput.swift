/// What a provider wrote that was started for its verification.
public struct ProviderOutput: Sendable, Hashable {
  /// What it wrote to standard output; where that was much, the first and the last lines of it.
  public var output: String
  /// What it wrote to standard error, likewise.
  public var errors: String

  /// Creates an output.
  public init(output: String, errors: String) {
    self.output = output
    self.errors = errors
  }
}
