import ContractMatching
import ContractModel
import JSONText
import MockEngine
import StubMatching
package import StubModel

/// Makes a contract out of stub mappings, and says what a contract cannot say.
///
/// Each stub becomes one interaction, or one for each of its methods: ``RequestConversion`` makes an example
/// request with rules, which the stub itself is then asked to accept, and ``ResponseConversion`` the response
/// to just that request. Stubs are played by the same table as in a mock, so that what a template gives, and
/// which of several stubs answers, is known and not guessed.
package struct StubConverter {
  private let consumer: String
  private let provider: String
  private let responses: ResponseConversion
  private let reader: TextConditionReader
  private var table: StubTable
  private var names = InteractionNames()
  private var result: Conversion

  /// The time that templates see, and that dates are compared with.
  private static let now = Moment(secondsSinceEpoch: 1_769_860_800)

  /// Creates a converter.
  ///
  /// - Parameters:
  ///   - isExact: whether the values of answers count, and not only their types.
  ///   - dialect: how strictly stubs are read.
  ///   - readFile: gives the content of a file in `__files` that a stub names.
  package init(
    consumer: String, provider: String, isExact: Bool, _ dialect: StubDialect,
    readFile: @escaping (String, StubMapping) throws -> [UInt8]
  ) {
    self.consumer = consumer
    self.provider = provider
    responses = ResponseConversion(isExact: isExact, now: Self.now, readFile: readFile)
    reader = TextConditionReader(dialect: dialect, now: Self.now)
    table = StubTable(dialect, seed: 0)
    result = Conversion(contract: Contract(consumer: consumer, provider: provider))
  }

  /// Converts stubs, in their order by priority.
  package mutating func convert(_ mappings: [StubMapping]) -> Conversion {
    names = InteractionNames()
    result = Conversion(contract: Contract(consumer: consumer, provider: provider))
    result.stubCount = mappings.count
    var notes = mappings.map { ConversionNotes(file: $0.location?.file) }
    let stubs = mappings.indices.map { compile(mappings[$0], &notes[$0]) }
    let ranked = StubRanking(table.all)
    var converted: [(place: Int, interaction: Interaction, example: StubRequest)] = []
    for place in mappings.indices.sorted(by: { mappings[$0].priority < mappings[$1].priority }) {
      guard let stub = stubs[place] else { continue }
      do throws(StubProblem) {
        let interactions = try interactions(stub, ranked, &notes[place])
        result.contract.interactions += interactions.map(\.interaction)
        converted += interactions.map { (place, $0.interaction, $0.example) }
        result.convertedCount += 1
      } catch {
        notes[place].note(error)
      }
    }
    rehearse(converted, mappings, &notes)
    result.diagnostics = notes.flatMap(\.ordered)
    return result
  }

  /// Notes the interactions whose example is answered by another one in the contract.
  private func rehearse(
    _ converted: [(place: Int, interaction: Interaction, example: StubRequest)],
    _ mappings: [StubMapping], _ notes: inout [ConversionNotes]
  ) {
    var rehearsal = ContractRehearsal(result.contract)
    for (place, interaction, example) in converted {
      let state = interaction.providerStates.first?.name
      guard let name = rehearsal.answer(to: example, state: state), name != interaction.description
      else { continue }
      notes[place].lose(
        "in the contract '\(name)' answers the example request; which comes first cannot be said",
        at: mappings[place].request)
    }
  }

  /// Puts a stub into the table, but for what a contract has no word for.
  private mutating func compile(
    _ mapping: StubMapping, _ notes: inout ConversionNotes
  ) -> CompiledStub? {
    var mapping = mapping
    do throws(StubProblem) {
      let response = mapping.response.cursor
      if mapping.response.proxy != nil {
        throw (response["proxyBaseUrl"] ?? response).problem(
          "not converted: a stub that passes requests on has no answer of its own")
      }
      if !mapping.webhooks.isEmpty {
        let source = StubCursor(mapping.source)
        let place = source["serveEventListeners"] ?? source["postServeActions"] ?? source
        notes.lose("webhooks are no part of a contract", at: place)
        mapping.webhooks = []
      }
      do throws(StubProblem) {
        return try table.add(mapping)
      } catch {
        notes.note(error, .error)
      }
    } catch {
      notes.note(error)
    }
    return nil
  }

  // MARK: - One stub

  private mutating func interactions(
    _ stub: CompiledStub, _ ranked: StubRanking, _ notes: inout ConversionNotes
  ) throws(StubProblem) -> [(interaction: Interaction, example: StubRequest)] {
    let mapping = stub.mapping
    let cursor = mapping.response.cursor
    guard mapping.response.fault == nil else {
      throw (cursor["fault"] ?? cursor).problem(
        "not converted: a fault is no answer; it belongs into a fault script")
    }
    guard table[stub.id] === stub else {
      throw StubCursor(mapping.source).problem("not converted: a later stub has the same 'id'")
    }
    let converted = try RequestConversion(mapping.request, stub.matcher, reader, &notes)
    var interactions: [(interaction: Interaction, example: StubRequest)] = []
    var lost = notes
    for (index, request) in converted.requests.enumerated() {
      var own = notes
      let example = ExampleRequest.make(request, target: converted.target)
      try check(stub, example, ranked, &own)
      let response = try reviewed(
        request, try responses.response(of: stub, to: example, &own), stub, &own)
      // What is lost is lost for each method; it is told once.
      if index == 0 { lost = own }
      let interaction = Interaction(
        description: names.description(
          of: mapping, method: request.method, url: stub.matcher.url.text,
          isOne: converted.requests.count == 1),
        providerStates: InteractionNames.states(of: mapping),
        comments: InteractionNames.comments(of: mapping), content: .http(request, response),
        location: mapping.location)
      interactions.append((interaction, example))
    }
    notes = lost
    if let next = mapping.scenario?.next {
      let source = StubCursor(mapping.source)
      notes.lose(
        "that the scenario goes on to '\(next)' cannot be said; a provider state selects each step",
        at: source["newScenarioState"] ?? source)
    }
    return interactions
  }

  /// Makes sure that the examples hold to their own rules.
  ///
  /// - Returns: the response, without a body that cannot be compared.
  private func reviewed(
    _ request: HTTPRequest, _ response: HTTPResponse, _ stub: CompiledStub,
    _ notes: inout ConversionNotes
  ) throws(StubProblem) -> HTTPResponse {
    let pattern = stub.mapping.request
    do throws(RuleError) {
      if let broken = try RuleReview.mismatches(ofExample: request, .v4, places: PlaceFinder())
        .first
      {
        throw RuleError(broken.message)
      }
    } catch {
      throw pattern.problem("not converted: the example request is none: \(error.message)")
    }
    do throws(RuleError) {
      let broken = try RuleReview.mismatches(ofExample: response, places: PlaceFinder()).first
      guard let broken else { return response }
      throw RuleError(broken.message)
    } catch {
      var response = response
      notes.lose("the body is left out: \(error.message)", at: stub.mapping.response.cursor)
      response.body = .missing
      response.rules.removeAll { $0.category == .body }
      return response
    }
  }

  /// Makes sure that the stub accepts the example, and that no other answers it.
  private func check(
    _ stub: CompiledStub, _ example: StubRequest, _ ranked: StubRanking,
    _ notes: inout ConversionNotes
  ) throws(StubProblem) {
    let pattern = stub.mapping.request
    guard stub.matcher.accepts(example, at: Self.now) else {
      notes.lose(
        "the example request does not fulfil all that the stub asks for; complete it by hand",
        at: pattern)
      return
    }
    let first = ranked.first(for: example) { other in
      other === stub || (mayPrecede(other, stub) && other.matcher.accepts(example, at: Self.now))
    }
    guard let first, first !== stub else { return }
    let place = first.mapping.location.map { " (\($0))" } ?? ""
    if first.mapping.request.value == pattern.value {
      throw pattern.problem(
        "not converted: it never answers, since '\(first.mapping.title)'\(place) is for the same requests"
      )
    }
    let source = StubCursor(stub.mapping.source)
    notes.lose(
      "'\(first.mapping.title)'\(place) answers the example request; which comes first cannot be said in"
        + " a contract", at: source["priority"] ?? pattern)
  }

  /// Whether another stub is asked in the state in which a stub answers.
  private func mayPrecede(_ other: CompiledStub, _ stub: CompiledStub) -> Bool {
    guard let required = other.mapping.scenario?.required else { return true }
    return other.mapping.scenario?.name == stub.mapping.scenario?.name
      && required == stub.mapping.scenario?.required
  }
}
