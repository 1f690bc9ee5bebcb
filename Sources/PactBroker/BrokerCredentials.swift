import ContractModel
import HTTPExchange

/// Who asks a Pact Broker.
package enum BrokerCredentials: Sendable, Hashable {
  /// Nobody in particular.
  case none
  /// A user with a password, which may be empty.
  case basic(user: String, password: String)
  /// Whoever holds a token.
  case bearer(token: String)

  /// The header line that shows them, or `nil` when there are none.
  var headerLine: HTTPHeaderLine? {
    switch self {
    case .none: nil
    case .basic(let user, let password):
      HTTPHeaderLine("Authorization", "Basic \(Base64.encode("\(user):\(password)".utf8))")
    case .bearer(let token): HTTPHeaderLine("Authorization", "Bearer \(token)")
    }
  }

  /// Which credentials they are, for messages; passwords and tokens are never told.
  package var summary: String {
    switch self {
    case .none: "no credentials were sent"
    case .basic(let user, let password):
      "the user '\(user)' was sent \(password.isEmpty ? "without" : "with") a password"
    case .bearer: "a bearer token was sent"
    }
  }
}
