import ContractMatching
import ContractModel

/// A condition on a header field, a query parameter, a cookie or another place with values.
struct FieldPart: StubPart {
  let place: StubPlace
  let pattern: FieldPattern
  let expected: String
  /// Whether a missing value only fulfils what asks for its absence.
  var isStrictOnAbsence = false

  var kind: Mismatch.Kind {
    switch place {
    case .query: .query
    case .form: .body
    case .pathParameter: .path
    case .header, .cookie, .host, .clientAddress: .header
    }
  }

  var name: String {
    switch place {
    case .header(let name), .query(let name), .pathParameter(let name, _): name
    case .cookie(let name): "Cookie \(name)"
    case .form(let name): "form parameter \(name)"
    case .host: "Host"
    case .clientAddress: "client address"
    }
  }

  func matches(_ request: StubRequest, at now: Moment) -> Bool {
    let values = request.values(place)
    if isStrictOnAbsence, values.isEmpty { return pattern.concernsAbsence }
    return pattern.matches(values, at: now)
  }

  func actual(_ request: StubRequest) -> String {
    request.values(place).joined(separator: ", ")
  }
}
