import ContractMatching
import ContractModel

/// A condition on the credentials of basic authentication.
struct CredentialsPart: StubPart {
  private let value: String
  let expected: String

  /// Takes the credentials.
  init(username: String, password: String) {
    value = Base64.encode("\(username):\(password)".utf8)
    expected = "the credentials of '\(username)'"
  }

  var kind: Mismatch.Kind { .header }
  var name: String { "Authorization" }

  func matches(_ request: StubRequest, at now: Moment) -> Bool {
    request.values(ofHeader: "authorization").contains { field in
      let parts = field.split(separator: " ", maxSplits: 1)
      return parts.count == 2 && parts[0].lowercased() == "basic" && parts[1] == value
    }
  }

  func actual(_ request: StubRequest) -> String {
    // Who reads the difference need not learn a password.
    request.values(ofHeader: "authorization").isEmpty ? "" : "other credentials"
  }
}
