package import ContractModel

/// Telling which generators have no effect on an example.
extension GeneratorPlan {
  /// The generators that apply to nothing of a request, in the order of the file.
  package func unused(in request: HTTPRequest) -> [GeneratorEntry] {
    var used = Set(path.map { [$0] } ?? [])
    used.formUnion(query.used(in: request.query ?? []))
    used.formUnion(headers.used(in: request.headers))
    used.formUnion(self.used(in: request.body, request.headers.header("content-type")))
    return all(but: used)
  }

  /// The generators that apply to nothing of a response, in the order of the file.
  package func unused(in response: HTTPResponse) -> [GeneratorEntry] {
    var used = Set(status.map { [$0] } ?? [])
    used.formUnion(headers.used(in: response.headers))
    used.formUnion(self.used(in: response.body, response.headers.header("content-type")))
    return all(but: used)
  }

  /// The generators that apply to nothing of a message, in the order of the file.
  package func unused(in message: MessageContents) -> [GeneratorEntry] {
    var used = Set(
      MetadataGeneration(message.metadata, metadata).used.map { metadata.items[$0].id })
    used.formUnion(
      self.used(in: message.body, MessageMatcher.contentType(of: message.metadata)))
    return all(but: used)
  }

  private func used(in body: Body, _ type: String?) -> [Int] {
    BodyGeneration(body, headerType: type, self.body).used.map { self.body.items[$0].id }
  }

  private func all(but used: Set<Int>) -> [GeneratorEntry] {
    generators.enumerated().filter { !used.contains($0.offset) }.map(\.element.entry)
  }
}

/// Telling it for both sides, each of which leaves the other's generators out.
extension GeneratorPlan {
  /// The generators that apply to nothing of a request, whichever side it is made for.
  package static func unused(in request: HTTPRequest) throws(RuleError) -> [GeneratorEntry] {
    try unused { mode throws(RuleError) in
      try GeneratorPlan(request.generators, rules: request.rules, mode: mode).unused(in: request)
    }
  }

  /// The generators that apply to nothing of a response, whichever side it is made for.
  package static func unused(in response: HTTPResponse) throws(RuleError) -> [GeneratorEntry] {
    try unused { mode throws(RuleError) in
      try GeneratorPlan(response.generators, rules: response.rules, mode: mode)
        .unused(in: response)
    }
  }

  /// The generators that apply to nothing of a message, whichever side it is made for.
  package static func unused(in message: MessageContents) throws(RuleError) -> [GeneratorEntry] {
    try unused { mode throws(RuleError) in
      try GeneratorPlan(message.generators, rules: message.rules, mode: mode).unused(in: message)
    }
  }

  private static func unused(
    _ find: (GenerationContext.Mode) throws(RuleError) -> [GeneratorEntry]
  ) throws(RuleError) -> [GeneratorEntry] {
    let consumer = try find(.consumer)
    return consumer + (try find(.provider)).filter { !consumer.contains($0) }
  }
}
