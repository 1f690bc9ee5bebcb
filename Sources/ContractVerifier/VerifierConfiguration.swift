import HTTPExchange

/// Where a provider is, and how it is asked.
public struct VerifierConfiguration: Sendable {
  /// A header field that is sent with every request to the provider.
  public struct Header: Sendable, Hashable {
    /// The name.
    public var name: String
    /// The value; reports do not show it.
    public var value: String

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
  /// Whether states are torn down after an interaction.
  public var tearsStatesDown: Bool
  /// The URL that messages are asked from; `nil` for the provider's URL.
  public var messageURL: String?
  /// Header fields that are sent with every request to the provider; they replace the contract's.
  public var headers: [Header]
  /// How many interactions run at a time; with a state URL they run one after the other.
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

  /// Creates a configuration with the usual timeouts: 5 s for connecting and 10 s for a request.
  ///
  /// - Parameter providerURL: the base URL of the provider.
  public init(providerURL: String) {
    self.providerURL = providerURL
    stateURL = nil
    tearsStatesDown = false
    messageURL = nil
    headers = []
    parallel = 1
    connectTimeout = .seconds(5)
    requestTimeout = .seconds(10)
    authorityFile = nil
    certificateFile = nil
    keyFile = nil
    isInsecure = false
    seed = 0
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
