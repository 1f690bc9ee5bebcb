/// What the verification of a provider gave.
public struct VerificationResult: Sendable, Hashable {
  /// The provider that was verified.
  public struct Provider: Sendable, Hashable {
    /// The provider's name in the contracts.
    public var name: String
    /// The provider's version, when it was given.
    public var version: String?
    /// The provider's branch, when it was given.
    public var branch: String?

    /// Creates a provider.
    public init(name: String, version: String? = nil, branch: String? = nil) {
      self.name = name
      self.version = version
      self.branch = branch
    }
  }

  /// How many interactions ended in which way.
  public struct Summary: Sendable, Hashable {
    /// All interactions.
    public var total: Int = 0
    /// Those that the provider honours.
    public var passed: Int = 0
    /// Those whose answer differs.
    public var failed: Int = 0
    /// Pending ones that did not pass.
    public var pending: Int = 0
    /// Those without an answer to compare.
    public var errors: Int = 0
    /// Those that were not tried.
    public var skipped: Int = 0
  }

  /// The provider that was verified.
  public var provider: Provider
  /// The seed of everything that is random.
  public var seed: UInt64
  /// When the verification started, in seconds since 1970.
  public var startedAt: Double
  /// How long the whole verification took.
  public var duration: Duration
  /// The results, in the order of the files.
  public var results: [InteractionResult]
  /// What a reader should know, e.g. that there is no URL for provider states.
  public var warnings: [String]
  /// What the provider wrote, when it was started for the verification.
  public var providerOutput: ProviderOutput?

  /// Creates a result.
  public init(
    provider: Provider, seed: UInt64 = 0, startedAt: Double = 0, duration: Duration = .zero,
    results: [InteractionResult] = [], warnings: [String] = []
  ) {
    self.provider = provider
    self.seed = seed
    self.startedAt = startedAt
    self.duration = duration
    self.results = results
    self.warnings = warnings
  }

  /// How many interactions ended in which way.
  public var summary: Summary {
    var summary = Summary()
    for result in results {
      summary.total += 1
      switch result.status {
      case .passed: summary.passed += 1
      case .failed: summary.failed += 1
      case .pending: summary.pending += 1
      case .error: summary.errors += 1
      case .skipped: summary.skipped += 1
      }
    }
    return summary
  }
}
