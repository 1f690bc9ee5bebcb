import ContractMatching
import ContractModel

/// A condition on the body; a request without one has an empty one.
struct BodyPart: StubPart {
  let condition: any StubOperator
  let expected: String

  var kind: Mismatch.Kind { .body }
  var name: String { "" }

  func matches(_ request: StubRequest, at now: Moment) -> Bool {
    condition.matches(
      request.body.bytes.isEmpty && condition.concernsAbsence ? nil : request.body, at: now)
  }

  func actual(_ request: StubRequest) -> String { request.body.text }
}
