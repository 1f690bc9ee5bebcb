package import StubModel

/// How a mock answers.
public struct MockOptions: Sendable, Hashable {
  /// The status of the answer to a request that no interaction accepts.
  ///
  /// `nil` stands for 500, or for 404 when there are stubs and no interactions.
  public var unmatchedStatus: Int?
  /// The provider states whose interactions come first.
  public var states: [String]
  /// Decides what fault scripts leave to chance.
  public var seed: UInt64
  /// Whether a request may ask for a fault by the header field `X-Counterpart-Fault`.
  public var allowsFaultHeader: Bool
  /// Whether answers allow every origin, and preflight requests are answered.
  public var allowsCrossOrigin: Bool
  /// The most bytes of requests that the journal keeps; 0 switches it off.
  public var journalLimit: Int
  /// Where stubs may send requests, by proxying, recording and webhooks; empty for nowhere.
  public var allowedTargets: [AllowedTarget]
  /// Whether requests that no interaction accepts go to a provider.
  package var forwards: Bool = false
  /// The scheme of the URLs by which the mock is reached.
  package var scheme: String = "http"

  /// Whether stubs behave as WireMock's do even where that is surprising.
  public var isWireMockCompatible: Bool

  /// Creates options.
  public init(
    unmatchedStatus: Int? = nil, states: [String] = [], seed: UInt64 = 0,
    allowsCrossOrigin: Bool = false, allowsFaultHeader: Bool = false,
    journalLimit: Int = 16_000_000, isWireMockCompatible: Bool = false,
    allowedTargets: [AllowedTarget] = []
  ) {
    self.allowedTargets = allowedTargets
    self.unmatchedStatus = unmatchedStatus
    self.states = states
    self.seed = seed
    self.allowsCrossOrigin = allowsCrossOrigin
    self.allowsFaultHeader = allowsFaultHeader
    self.journalLimit = journalLimit
    self.isWireMockCompatible = isWireMockCompatible
  }

  /// How strictly stub mappings are read.
  package var stubDialect: StubDialect { isWireMockCompatible ? .compatible : .strict }
}
