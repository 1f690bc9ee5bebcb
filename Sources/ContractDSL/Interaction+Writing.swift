public import ContractModel
public import JSONText

extension Interaction {
  /// Creates a request and its response.
  ///
  /// ```swift
  /// static let order42 = Interaction(
  ///   "a request for order 42",
  ///   given: "order 42 exists",
  ///   request: .get("/orders/42"),
  ///   response: .json(.ok, ["id": .integer(42)]))
  /// ```
  ///
  /// - Parameters:
  ///   - description: what the interaction is, in the consumer's words.
  ///   - states: the states that the provider has to be in.
  ///   - request: what the consumer sends.
  ///   - response: what the provider answers.
  ///   - key: a name that stays the same when the description changes.
  ///   - isPending: whether a mismatch does not count yet.
  ///   - comments: remarks for a reader.
  ///   - testName: the name of the test that the interaction is from.
  ///   - references: where the interaction stands in other systems: an object for each of them.
  public init(
    _ description: String, given states: ProviderState..., request: RequestPattern,
    response: ResponsePattern, key: String? = nil, isPending: Bool = false,
    comments: [String] = [], testName: String? = nil, references: JSONValue? = nil,
    fileID: String = #fileID, line: Int = #line
  ) {
    var (asked, answered) = (Compilation("request"), Compilation("response"))
    let content = InteractionContent.http(
      request.compiled(&asked), response.compiled(&answered))
    self.init(
      Written(description, states, content, asked.problems + answered.problems),
      key, isPending, Comments(comments, testName, references), fileID, line)
  }

  /// Creates a message that the provider sends.
  ///
  /// - Parameters:
  ///   - description: what the interaction is, in the consumer's words.
  ///   - states: the states that the provider has to be in.
  ///   - message: what the provider sends.
  ///   - key: a name that stays the same when the description changes.
  ///   - isPending: whether a mismatch does not count yet.
  ///   - comments: remarks for a reader.
  ///   - testName: the name of the test that the interaction is from.
  ///   - references: where the interaction stands in other systems: an object for each of them.
  public init(
    _ description: String, given states: ProviderState..., message: MessagePattern,
    key: String? = nil, isPending: Bool = false, comments: [String] = [],
    testName: String? = nil, references: JSONValue? = nil, fileID: String = #fileID,
    line: Int = #line
  ) {
    var compilation = Compilation("message")
    let content = InteractionContent.message(message.compiled(&compilation))
    self.init(
      Written(description, states, content, compilation.problems),
      key, isPending, Comments(comments, testName, references), fileID, line)
  }

  /// Creates a message that the provider answers.
  ///
  /// - Parameters:
  ///   - description: what the interaction is, in the consumer's words.
  ///   - states: the states that the provider has to be in.
  ///   - message: what the consumer sends.
  ///   - replies: what the provider answers, one message or several.
  ///   - key: a name that stays the same when the description changes.
  ///   - isPending: whether a mismatch does not count yet.
  ///   - comments: remarks for a reader.
  ///   - testName: the name of the test that the interaction is from.
  ///   - references: where the interaction stands in other systems: an object for each of them.
  public init(
    _ description: String, given states: ProviderState..., message: MessagePattern,
    replies: MessagePattern..., key: String? = nil, isPending: Bool = false,
    comments: [String] = [], testName: String? = nil, references: JSONValue? = nil,
    fileID: String = #fileID, line: Int = #line
  ) {
    var asked = Compilation("message")
    let request = message.compiled(&asked)
    var problems = asked.problems
    let responses = replies.map { reply in
      var compilation = Compilation("reply")
      let contents = reply.compiled(&compilation)
      problems += compilation.problems
      return contents
    }
    self.init(
      Written(
        description, states, .synchronousMessage(request: request, responses: responses), problems),
      key, isPending, Comments(comments, testName, references), fileID, line)
  }

  private init(
    _ written: Written, _ key: String?, _ isPending: Bool, _ comments: Comments,
    _ fileID: String, _ line: Int
  ) {
    let location = FileLocation(file: fileID, line: line)
    let problems = written.problems + comments.problems
    self.init(
      description: written.description, providerStates: written.states, key: key,
      isPending: isPending, comments: comments.json,
      content: problems.isEmpty
        ? written.content
        : .unusable(Written.diagnostic(problems, written.description, location)),
      location: location)
  }
}
