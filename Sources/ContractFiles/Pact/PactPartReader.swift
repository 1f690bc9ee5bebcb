package import ContractModel
package import JSONText

/// Reads the requests, responses and messages of Pact files, also bare ones.
package struct PactPartReader {
  let context: FileContext
  let specification: SpecificationVersion
  /// Whether rules that can be none are refused; else compiling them does it.
  private let refusesWrongRules: Bool
  package private(set) var diagnostics: [Diagnostic] = []

  package init(
    context: FileContext, specification: SpecificationVersion, refusesWrongRules: Bool = false
  ) {
    self.context = context
    self.specification = specification
    self.refusesWrongRules = refusesWrongRules
  }

  private var rules: PactRulesReader {
    PactRulesReader(context: context, refusesWrongRules: refusesWrongRules)
  }

  /// Reads a request; method and path default to GET and `/`.
  package mutating func request(_ value: JSONValue) throws(Diagnostic) -> HTTPRequest {
    try context.require(value, .object, "request")
    var request = HTTPRequest()
    if let method = value["method"], !method.isNull { request.method = try self.method(method) }
    if let path = value["path"], !path.isNull { request.path = try context.string(path, "path") }
    if let query = value["query"], !query.isNull { request.query = try self.query(query) }
    request.headers = try headers(value)
    let reading = try body(value, request.headers)
    request.body = reading.body
    request.rules = try rules.read(value["matchingRules"]).addingBody(reading.rules)
    request.generators = try rules.readGenerators(value["generators"])
      .addingBody(reading.generators)
    return request
  }

  /// Reads a response; the status defaults to 200.
  ///
  /// - Parameter withRules: whether its rules are read; else only those that hold generators are.
  package mutating func response(
    _ value: JSONValue, withRules: Bool = true
  ) throws(Diagnostic) -> HTTPResponse {
    try context.require(value, .object, "response")
    var response = HTTPResponse()
    if let status = value["status"], !status.isNull {
      response.status = try context.integer(status, "status", in: 100...599)
    }
    response.headers = try headers(value)
    let reading = try body(value, response.headers)
    response.body = reading.body
    if withRules || reading.rules.contains(where: \.holdsGenerators)
      || value["matchingRules"].map(MatchingRuleSet.mayHoldGenerators) == true
    {
      response.rules = try rules.read(value["matchingRules"]).addingBody(reading.rules)
      if !withRules { response.rules.removeAll { !$0.holdsGenerators } }
    }
    response.generators = try rules.readGenerators(value["generators"])
      .addingBody(reading.generators)
    return response
  }

  /// Reads a message of version 3 (`contents` is the value) or 4 (`contents` says what it is).
  package mutating func message(_ value: JSONValue) throws(Diagnostic) -> MessageContents {
    try context.require(value, .object, "message")
    var message = MessageContents()
    message.metadata = value["metadata"] ?? value["metaData"]
    if let metadata = message.metadata {
      if metadata.isNull {
        message.metadata = nil
      } else {
        try context.require(metadata, .object, "metadata")
      }
    }
    let type = message.metadata?["contentType"]?.string ?? message.metadata?["Content-Type"]?.string
    let bodies = PactBodyReader(context: context, specification: specification)
    let reading = try bodies.read(value["contents"], contentType: type)
    message.body = reading.body
    message.rules = try rules.read(value["matchingRules"]).addingBody(reading.rules)
    message.generators = try rules.readGenerators(value["generators"])
      .addingBody(reading.generators)
    return message
  }

  private func method(_ value: JSONValue) throws(Diagnostic) -> String {
    let method = try context.string(value, "method")
    guard HTTPText.isName(method) else {
      throw context.error("'\(method)' is no HTTP method", at: value)
    }
    return method
  }

  private func body(
    _ value: JSONValue, _ headers: [Field]
  ) throws(Diagnostic) -> PactBodyReader.Reading {
    let bodies = PactBodyReader(context: context, specification: specification)
    return try bodies.read(value["body"], contentType: headers.header("content-type"))
  }

  private func headers(_ value: JSONValue) throws(Diagnostic) -> [Field] {
    guard let headers = value["headers"], !headers.isNull else { return [] }
    try context.require(headers, .object, "headers")
    var fields: [Field] = []
    for member in headers.members {
      fields.append(Field(member.name, try texts(member.value, member.name)))
    }
    return fields
  }

  /// One value, or a list of them; scalars that are no strings are taken by their text.
  private func texts(_ value: JSONValue, _ name: String) throws(Diagnostic) -> [String] {
    switch value.kind {
    case .array:
      var texts: [String] = []
      for element in value.elements { texts += try self.texts(element, name) }
      return texts
    case .string: return [value.string ?? ""]
    case .null: return [""]
    case .number, .boolean: return [value.text]
    case .object: throw context.error("expected text for '\(name)', found an object", at: value)
    }
  }

  private func query(_ value: JSONValue) throws(Diagnostic) -> [Field] {
    if let text = value.string {
      // Version 1 compares the query as a whole: parameters stay in order, one each.
      if specification == .v1 {
        return text.isEmpty
          ? []
          : text.split(separator: "&", omittingEmptySubsequences: false).map {
            let pair = PercentCoding.pairs($0).first
            return Field(pair?.name ?? "", [pair?.value ?? ""])
          }
      }
      return PercentCoding.fields(text)
    }
    try context.require(value, .object, "query")
    var fields: [Field] = []
    for member in value.members {
      fields.append(Field(member.name, try texts(member.value, member.name)))
    }
    return fields
  }
}
