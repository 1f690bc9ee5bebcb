/// Which credentials go where.
package struct BrokerAccess: Sendable, Hashable {
  /// The credentials.
  private let credentials: BrokerCredentials
  /// The origins that they are sent to.
  private let origins: Set<String>
  /// Credentials that stood in an address, for its origin alone.
  private let own: [String: BrokerCredentials]

  /// Decides by the addresses that the user gave.
  ///
  /// - Parameters:
  ///   - credentials: the credentials that were given apart from addresses.
  ///   - broker: the broker, to which alone they are sent if there is one.
  ///   - pacts: the addresses of single pacts.
  package init(
    _ credentials: BrokerCredentials, broker: BrokerAddress?, pacts: [BrokerAddress] = []
  ) {
    self.credentials = credentials
    origins = broker.map { [$0.origin] } ?? Set(pacts.map(\.origin))
    let addresses = pacts + (broker.map { [$0] } ?? [])
    own = Dictionary(
      addresses.filter { $0.credentials != .none }.map { ($0.origin, $0.credentials) }
    ) { $1 }
  }

  /// The credentials for a request to an address.
  package func credentials(for url: String) -> BrokerCredentials {
    guard let origin = (try? BrokerAddress(url))?.origin else { return .none }
    if origins.contains(origin), credentials != .none { return credentials }
    return own[origin] ?? .none
  }
}
