import ContractMatching
import ContractModel

/// A condition on where a request was sent to: the scheme or the port.
struct OriginPart: StubPart {
  /// What is looked at.
  enum Aspect: String, Sendable {
    case scheme, port
  }

  let aspect: Aspect
  let expected: String

  var kind: Mismatch.Kind { .header }
  var name: String { aspect.rawValue }

  func matches(_ request: StubRequest, at now: Moment) -> Bool { actual(request) == expected }

  func actual(_ request: StubRequest) -> String {
    switch aspect {
    case .scheme: request.scheme
    case .port: "\(request.port)"
    }
  }
}
