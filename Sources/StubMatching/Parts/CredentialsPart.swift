import ContractMatching
import ContractModel

/// A condition on the credentials of basic authentication.
struct CredentialsPart: StubPart {
  private let value: String
  private let ignoresCase: Bool
  let expected: String

  /// Takes the credentials.
  ///
  /// - Parameter ignoresCase: whether even the credentials may come in other letters, as WireMock has it.
  init(username: String, password: String, ignoresCase: Bool) {
    self.ignoresCase = ignoresCase
    value = Base64.encode("\(username):\(password)".utf8)
    expected = "the credentials of '\(username)'"
  }

  var kind: Mismatch.Kind { .header }
  var name: String { "Authorization" }

  func matches(_ request: StubRequest, at now: Moment) -> Bool {
    request.values(ofHeader: "authorization").contains { field in
      let parts = field.split(separator: " ", maxSplits: 1)
      return parts.count == 2 && parts[0].lowercased() == "basic"
        && (parts[1] == value || ignoresCase && parts[1].lowercased() == value.lowercased())
    }
  }

  func actual(_ request: StubRequest) -> String {
    // Who reads the difference need not learn a password.
    request.values(ofHeader: "authorization").isEmpty ? "" : "other credentials"
  }
}
