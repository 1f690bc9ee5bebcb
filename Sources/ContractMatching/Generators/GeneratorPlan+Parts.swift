package import ContractModel

/// Making the values of requests, responses and messages.
extension GeneratorPlan {
  /// Makes the values of a request; it has no generators any more and keeps its rules.
  ///
  /// - Throws: ``GenerationError`` when a value cannot be made, or cannot stand where it should.
  package func generate(
    _ request: HTTPRequest, _ context: inout GenerationContext
  ) throws(GenerationError) -> HTTPRequest {
    var request = request
    request.generators = []
    guard !isEmpty else { return request }
    try check(context)
    let type = request.headers.header("content-type")
    if let path { request.path = try GeneratedPath.make(generators[path], &context) }
    if !query.isEmpty { request.query = try query.generate(request.query ?? [], &context) }
    request.headers = try headers.generate(request.headers, &context)
    try generate(&request.body, type, &context)
    return request
  }

  /// Makes the values of a response; it has no generators any more and keeps its rules.
  ///
  /// - Throws: ``GenerationError`` when a value cannot be made, or cannot stand where it should.
  package func generate(
    _ response: HTTPResponse, _ context: inout GenerationContext
  ) throws(GenerationError) -> HTTPResponse {
    var response = response
    response.generators = []
    guard !isEmpty else { return response }
    try check(context)
    let type = response.headers.header("content-type")
    if let status { response.status = try self.status(generators[status], &context) }
    response.headers = try headers.generate(response.headers, &context)
    try generate(&response.body, type, &context)
    return response
  }

  /// Makes the values of a message; it has no generators any more and keeps its rules.
  ///
  /// - Throws: ``GenerationError`` when a value cannot be made.
  package func generate(
    _ message: MessageContents, _ context: inout GenerationContext
  ) throws(GenerationError) -> MessageContents {
    var message = message
    message.generators = []
    guard !isEmpty else { return message }
    try check(context)
    let type = MessageMatcher.contentType(of: message.metadata)
    if !metadata.isEmpty {
      message.metadata = try MetadataGeneration(message.metadata, metadata).run(&context)
    }
    try generate(&message.body, type, &context)
    return message
  }

  private func check(_ context: GenerationContext) throws(GenerationError) {
    guard context.mode == mode else {
      throw GenerationError(
        "the generators were prepared for the \(mode), not for the \(context.mode)")
    }
  }

  private func status(
    _ generator: CompiledGenerator, _ context: inout GenerationContext
  ) throws(GenerationError) -> Int {
    let text = try generator.value(&context).text
    guard let status = Int(text), (100...599).contains(status) else {
      throw generator.failure("the generated status '\(text)' is no number of 100 to 599")
    }
    return status
  }

  private func generate(
    _ body: inout Body, _ type: String?, _ context: inout GenerationContext
  ) throws(GenerationError) {
    let generation = BodyGeneration(body, headerType: type, self.body)
    if let content = try generation.run(&context) { body.content = content }
  }
}
