package import HTTPExchange
package import JSONText

/// Where a provider is, and how it is asked.
public struct VerifierConfiguration: Sendable {
  /// A header field that is sent with every request to the provider.
  public struct Header: Sendable, Hashable {
    /// The name.
    public var name: String
    /// The value; reports do not show it.
    public var value: String
    /// Makes the value anew for each interaction, or `nil` where it stays the same.
    package var source: HeaderSource?

    /// Creates a header field.
    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// The base URL of the provider, e.g. `http://127.0.0.1:8080`; a path in it comes before every path.
  public var providerURL: String
  /// The URL that provider states are posted to, or `nil` when there is none.
  public var stateURL: String?
  /// How a state change is put into a request to the state URL.
  public var stateStyle: StateStyle
  /// A command line that `/bin/sh` runs for each state change, instead of a state URL.
  public var stateCommand: String?
  /// What the provider's states gave, when they were set up before the verification.
  package var stateAnswers: [JSONValue]?
  /// Whether a state that the provider does not know, or that nothing sets up, is an error.
  public var isStrictAboutStates: Bool
  /// Whether the state `""` is set up for interactions without one, where states are changed at all.
  public var setsUpEmptyState: Bool
  /// Whether states are torn down after an interaction.
  public var tearsStatesDown: Bool
  /// The URL that messages are asked from; `nil` for the provider's URL.
  public var messageURL: String?
  /// A command line that `/bin/sh` runs for each message, instead of a URL.
  public var messageCommand: String?
  /// How long a command for a state or a message may take.
  public var commandTimeout: Duration
  /// The base URLs of transports that interactions name; others go to the provider's URL.
  public var transports: [String: String]
  /// How long an interaction that does not pass is asked again; contracts can say otherwise.
  public var retryLimit: Duration
  /// How often a request that changes nothing is made, so that its time is known better.
  public var samples: Int
  /// How long the answers over HTTP may take.
  public var latencyBudgets: [LatencyBudget]
  /// Header fields that are sent with every request to the provider; they replace the contract's.
  public var headers: [Header]
  /// How many interactions run at a time; those whose states are changed run one after the other.
  public var parallel: Int
  /// How long connecting may take.
  public var connectTimeout: Duration
  /// How long a request may take.
  public var requestTimeout: Duration
  /// A file of certificate authorities in PEM form; `nil` for the system's.
  public var authorityFile: String?
  /// The client's certificate in PEM form.
  public var certificateFile: String?
  /// The key of the client's certificate in PEM form.
  public var keyFile: String?
  /// Whether the provider's certificate is taken unchecked.
  public var isInsecure: Bool
  /// Decides the random values of requests.
  public var seed: UInt64
  /// Whether results hold what was sent and what came back.
  public var recordsExchanges: Bool
  /// The version of HTTP, the least version of TLS, and the proxy.
  package var connection = HTTPConnectionSettings()
  /// How many bytes the body of an answer may have.
  public var maximumBodySize = 64 << 20

  /// Creates a configuration with the usual timeouts: 5 s for connecting and 10 s for a request.
  ///
  /// - Parameter providerURL: the base URL of the provider.
  public init(providerURL: String) {
    self.providerURL = providerURL
    stateURL = nil
    stateStyle = .body
    stateCommand = nil
    isStrictAboutStates = false
    setsUpEmptyState = true
    tearsStatesDown = false
    messageURL = nil
    messageCommand = nil
    commandTimeout = .seconds(30)
    transports = [:]
    retryLimit = .zero
    samples = 1
    latencyBudgets = []
    headers = []
    parallel = 1
    connectTimeout = .seconds(5)
    requestTimeout = .seconds(10)
    authorityFile = nil
    certificateFile = nil
    keyFile = nil
    isInsecure = false
    seed = 0
    recordsExchanges = false
  }

  /// What is wrong with a URL, or `nil` when it can be used.
  ///
  /// - Parameters:
  ///   - url: the URL of a provider, of its states or of its messages.
  ///   - isBase: whether paths are put behind it, so that it can have neither query nor fragment.
  public static func problem(with url: String, isBase: Bool = false) -> String? {
    do throws(HTTPExchangeError) {
      let address = try HTTPAddress(url)
      if isBase, url.contains(where: { $0 == "?" || $0 == "#" }) {
        return "'\(HTTPAddress.withoutCredentials(url))': a base URL has no query and no fragment"
      }
      return address.problem.map { "'\(HTTPAddress.withoutCredentials(url))': \($0)" }
    } catch {
      return error.message
    }
  }
}
