import ContractModel
import JSONText
import StubModel

/// Reads the response of a stub mapping.
struct StubResponseReader: Sendable {
  private let dialect: StubDialect

  init(_ dialect: StubDialect) { self.dialect = dialect }

  private static let members: Set<String> = [
    "status", "statusMessage", "headers", "body", "jsonBody", "base64Body", "bodyFileName",
    "fixedDelayMilliseconds", "delayDistribution", "chunkedDribbleDelay", "fault", "transformers",
    "transformerParameters", "fromConfiguredStub",
  ]
  private static let allMembers = members.union(StubProxyReader.members)
  private static let bodies = ["body", "jsonBody", "base64Body", "bodyFileName"]
  func read(_ response: StubCursor) throws(StubProblem) -> StubResponse {
    try response.object()
    try response.known(Self.allMembers)
    var read = StubResponse(response)
    read.status = try status(response)
    if let reason = response["statusMessage"] {
      let text = try reason.string()
      guard HTTPText.isValue(text) else { throw reason.problem("a line break cannot be sent here") }
      read.reason = text.isEmpty ? nil : text
    }
    read.headers = try headers(response["headers"])
    read.body = try body(response)
    read.delay = try StubDelayReader(dialect).delay(response)
    read.dribble = try StubDelayReader(dialect).dribble(response["chunkedDribbleDelay"])
    read.fault = try fault(response["fault"])
    read.proxy = try StubProxyReader(dialect).read(response)
    read.isTemplate = try isTemplate(response["transformers"])
    if let parameters = response["transformerParameters"] {
      try parameters.object()
      read.parameters = parameters.value
    }
    return read
  }

  private func status(_ response: StubCursor) throws(StubProblem) -> Int {
    guard let status = response["status"] else { return 200 }
    if status.value.integer == 0 { return 200 }
    return try status.integer(in: 200...999)
  }

  func headers(_ headers: StubCursor?) throws(StubProblem) -> [Field] {
    guard let headers else { return [] }
    try headers.object()
    var fields: [Field] = []
    for (name, cursor) in headers.members {
      var values: [String] = []
      if cursor.value.kind == .array {
        values = try cursor.strings()
      } else if dialect == .compatible, [.number, .boolean].contains(cursor.value.kind) {
        values = [cursor.value.text]
      } else {
        values = [try cursor.string()]
      }
      guard HTTPText.isName(name), values.allSatisfy(HTTPText.isValue) else {
        throw headers.problem("'\(name)' is no header that HTTP can carry", key: name)
      }
      fields.append(Field(name, values))
    }
    return fields
  }

  private func body(_ response: StubCursor) throws(StubProblem) -> StubBody {
    let given = Self.bodies.filter { response.member($0) != nil }
    if dialect == .strict, given.count > 1 {
      throw response.problem(
        "expected one body, found '\(given[0])' and '\(given[1])'", key: given[1])
    }
    if let body = response["body"] {
      guard body.value.kind != .object else {
        throw body.problem("a body with 'data' or 'filePath' is not supported; expected a string")
      }
      if dialect == .compatible, body.value.kind != .string { return .text(body.value.text) }
      return .text(try body.string())
    }
    if let json = response.member("jsonBody") { return .json(json.value) }
    if let base64 = response["base64Body"] {
      guard let bytes = Base64.decode(try base64.string()) else {
        throw base64.problem("'base64Body' is not base64")
      }
      return .bytes(bytes)
    }
    if let file = response["bodyFileName"] { return .file(try file.string()) }
    return .none
  }

  private func fault(_ fault: StubCursor?) throws(StubProblem) -> StubFault? {
    guard let fault else { return nil }
    let name = try fault.string()
    guard let known = StubFault(rawValue: name) else {
      let names = StubFault.allCases.map(\.rawValue).joined(separator: ", ")
      throw fault.problem("the fault '\(name)' is not known; known are \(names)")
    }
    return known
  }

  /// Whether the response is a template; other transformers are programs that are not there.
  private func isTemplate(_ transformers: StubCursor?) throws(StubProblem) -> Bool {
    guard let transformers else { return false }
    var isTemplate = false
    for transformer in try transformers.array() {
      let name = try transformer.string()
      if name == "response-template" {
        isTemplate = true
      } else if dialect == .strict {
        throw transformer.problem(
          "the transformer '\(name)' is not known; the only one is 'response-template'")
      }
    }
    return isTemplate
  }
}
