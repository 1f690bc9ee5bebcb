public import JSONText

/// What one consumer needs of one provider: the content of a contract file.
public struct Contract: Sendable, Hashable {
  /// The name of the party that calls.
  public var consumer: String
  /// The name of the party that answers.
  public var provider: String
  /// The interactions, in the order of the file.
  public var interactions: [Interaction]
  /// The version of the Pact specification that the file was written in.
  public var specification: SpecificationVersion
  /// The file's `metadata`, as it stands there.
  public var metadata: JSONValue?
  /// The object that the contract was read from; rewriting keeps what no specification names.
  public var source: JSONValue?

  /// Creates a contract.
  public init(
    consumer: String, provider: String, interactions: [Interaction] = [],
    specification: SpecificationVersion = .v4, metadata: JSONValue? = nil,
    source: JSONValue? = nil
  ) {
    self.consumer = consumer
    self.provider = provider
    self.interactions = interactions
    self.specification = specification
    self.metadata = metadata
    self.source = source
  }
}
