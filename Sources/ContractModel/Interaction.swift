public import JSONText

/// One exchange that a contract promises: a request and its response, or a message.
public struct Interaction: Sendable, Hashable {
  /// What the interaction is, in the consumer's words.
  public var description: String
  /// The states the provider has to be in.
  public var providerStates: [ProviderState]
  /// A name that stays the same when the description changes.
  public var key: String?
  /// Whether a mismatch does not count yet.
  public var isPending: Bool
  /// The interaction's `comments` as they stand in the file.
  public var comments: JSONValue?
  /// The name of the transport that it goes over, where the contract names one.
  public var transport: String?
  /// What is exchanged.
  public var content: InteractionContent
  /// The names of the Pact plugins that the interaction needs.
  public var plugins: [String]
  /// The object that the interaction was read from; it is what rewriting writes.
  public var source: JSONValue?
  /// Where the interaction starts in its file.
  public var location: FileLocation?

  /// Creates an interaction.
  public init(
    description: String, providerStates: [ProviderState] = [], key: String? = nil,
    isPending: Bool = false, comments: JSONValue? = nil, transport: String? = nil,
    content: InteractionContent, plugins: [String] = [], source: JSONValue? = nil,
    location: FileLocation? = nil
  ) {
    self.description = description
    self.providerStates = providerStates
    self.key = key
    self.isPending = isPending
    self.comments = comments
    self.transport = transport
    self.content = content
    self.plugins = plugins
    self.source = source
    self.location = location
  }

  /// The name of the test that made the interaction, from `comments.testname`.
  public var testName: String? { comments?["testname"]?.string }

  /// The remarks for a reader, from `comments.text`.
  public var remarks: [String] { comments?["text"]?.elements.compactMap(\.string) ?? [] }
}
