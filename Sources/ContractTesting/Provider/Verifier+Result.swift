import ContractModel
import ContractVerifier
import JSONText

extension Verifier {
  /// Verifies an interaction in its states.
  func result(of located: LocatedInteraction) async throws -> InteractionResult {
    var outcome = InteractionResult(located)
    var answers: [JSONValue] = []
    var set: [(ProviderState, StateHandler)] = []
    for state in located.interaction.providerStates {
      do {
        let handler = try handler(of: state)
        if let answer = try await handler.setUp(state) { answers.append(answer) }
        set.append((state, handler))
      } catch {
        outcome = outcome.ended(in: "provider state '\(state.name)': \(error)")
        await tearDown(set, &outcome)
        return outcome
      }
    }
    do {
      outcome = try await asked(located, answers)
    } catch {
      await tearDown(set, &outcome)
      throw error
    }
    await tearDown(set, &outcome)
    return outcome
  }

  private func handler(of state: ProviderState) throws(ContractTestingError) -> StateHandler {
    if let handler = states[state.name] { return handler }
    throw ContractTestingError(
      "'states' has no handler of it" + NearestName.hint(for: state.name, among: states.keys))
  }

  /// Takes the provider out of its states, in the opposite order; of several errors the first is told.
  private func tearDown(
    _ states: [(ProviderState, StateHandler)], _ outcome: inout InteractionResult
  ) async {
    for (state, handler) in states.reversed() {
      do {
        try await handler.tearDown?(state)
      } catch  where outcome.error == nil {
        outcome = outcome.ended(in: "tear-down of provider state '\(state.name)': \(error)")
      } catch {}
    }
  }

  private func asked(
    _ located: LocatedInteraction, _ answers: [JSONValue]
  ) async throws -> InteractionResult {
    switch located.interaction.content {
    case .http(let request, let response):
      return try await asked(located, request, response, answers)
    case .message(let message): return await compared(located, [message], to: nil)
    case .synchronousMessage(let request, let replies):
      return await compared(located, replies, to: request)
    case .unusable(let diagnostic):
      return InteractionResult(located).ended(in: diagnostic.withoutSeverity)
    }
  }

  // MARK: - Requests

  private func asked(
    _ located: LocatedInteraction, _ request: HTTPRequest, _ response: HTTPResponse,
    _ answers: [JSONValue]
  ) async throws -> InteractionResult {
    guard let url else {
      throw ContractTestingError(
        "'\(located.interaction.description)' is a request: give the verifier the URL of the provider"
      )
    }
    if let problem = VerifierConfiguration.problem(with: url, isBase: true) {
      throw ContractTestingError(problem)
    }
    var configuration = VerifierConfiguration(providerURL: url)
    configuration.requestTimeout = timeout
    configuration.stateAnswers = answers
    var item = located.item
    if let filter {
      var changed = request
      do {
        try await filter(&changed)
      } catch {
        return InteractionResult(located).ended(in: "the filter of requests: \(error)")
      }
      configuration.headers = Self.headers(of: changed, otherThan: request)
      item.interaction.content = .http(changed, response)
    }
    let verifier = ContractVerifier(.init(name: provider), configuration: configuration)
    return try await OwnThread.run { [item] () -> Result<InteractionResult?, VerifierError> in
      do throws(VerifierError) {
        return .success(try verifier.verify([item]).result.results.first)
      } catch {
        return .failure(error)
      }
    }.get() ?? InteractionResult(located).ended(in: "there was no result")
  }

  /// The header fields that the filter has set.
  private static func headers(
    of request: HTTPRequest, otherThan contracted: HTTPRequest
  ) -> [VerifierConfiguration.Header] {
    request.headers.filter { !contracted.headers.contains($0) }.flatMap { field in
      field.values.map { VerifierConfiguration.Header(field.name, $0) }
    }
  }
}

extension InteractionResult {
  /// What is known of an interaction before it is verified.
  init(_ located: LocatedInteraction) {
    let interaction = located.interaction
    self.init(
      consumer: located.consumer, provider: located.provider,
      description: interaction.description,
      providerStates: interaction.providerStates.map(\.name), key: interaction.key,
      kind: interaction.content.kind, status: interaction.isPending ? .pending : .passed,
      location: interaction.location, comments: interaction.remarks,
      testName: interaction.testName)
  }

  /// The same with an error; a pending one stays pending.
  func ended(in error: String) -> InteractionResult {
    var result = self
    result.error = error
    if result.status != .pending { result.status = .error }
    return result
  }
}
