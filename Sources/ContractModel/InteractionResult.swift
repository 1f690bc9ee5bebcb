/// What the verification of one interaction gave.
public struct InteractionResult: Sendable, Hashable {
  /// How the verification ended.
  public enum Status: String, Sendable, Hashable, CaseIterable {
    /// The provider honours the interaction.
    case passed
    /// The provider's answer differs.
    case failed
    /// The answer differs, or there was an error, but the interaction does not count yet.
    case pending
    /// There was no answer to compare.
    case error
    /// The interaction was not tried; ``InteractionResult/error`` says why.
    case skipped
  }

  /// The party that calls.
  public var consumer: String
  /// The party that answers.
  public var provider: String
  /// What the interaction is.
  public var description: String
  /// The names of the provider states.
  public var providerStates: [String]
  /// The interaction's key.
  public var key: String?
  /// The kind of interaction: `http`, `message` or `synchronous-message`.
  public var kind: String
  /// How the verification ended.
  public var status: Status
  /// How long it took, provider states included.
  public var duration: Duration
  /// Where the interaction starts in its file.
  public var location: FileLocation?
  /// What differs, in the order of the document.
  public var mismatches: [Mismatch]
  /// Why there was no answer, or why the interaction was skipped.
  public var error: String?
  /// The contract's remarks on the interaction.
  public var comments: [String]
  /// The consumer's test that made the interaction.
  public var testName: String?
  /// How long the steps of the request took, or `nil` when none was made.
  public var timings: Timings?
  /// A `curl` command that makes the request again.
  public var reproduce: String?
  /// How often the provider was asked until it passed or the time for waiting was over; 0 when it was
  /// not asked, and 1 where no waiting was wished.
  public var tries: Int
  /// How long the answers took, where that was measured for a budget.
  public var latency: LatencySummary?
  /// How long after the start of the whole verification it began, or `nil` when it did not.
  public var startedAfter: Duration?
  /// What was sent and what came back; `nil` when it was not recorded.
  public var exchange: RecordedExchange?

  /// Creates a result.
  public init(
    consumer: String, provider: String, description: String, providerStates: [String] = [],
    key: String? = nil, kind: String = "http", status: Status, duration: Duration = .zero,
    location: FileLocation? = nil, mismatches: [Mismatch] = [], error: String? = nil,
    comments: [String] = [], testName: String? = nil, timings: Timings? = nil,
    reproduce: String? = nil, tries: Int = 1, latency: LatencySummary? = nil
  ) {
    self.consumer = consumer
    self.provider = provider
    self.description = description
    self.providerStates = providerStates
    self.key = key
    self.kind = kind
    self.status = status
    self.duration = duration
    self.location = location
    self.mismatches = mismatches
    self.error = error
    self.comments = comments
    self.testName = testName
    self.timings = timings
    self.reproduce = reproduce
    self.tries = tries
    self.latency = latency
  }
}
