import ContractModel
import HTTPExchange
import JSONText
import ProcessControl

/// Puts a provider into the states of an interaction, and takes it out of them.
struct StateChanger {
  /// What changes the states.
  enum Handler {
    /// Requests to a URL.
    case url(String, StateStyle)
    /// A command, run once for each state.
    case command(ProviderCommand)
    /// Somebody else, who has set all states up already; they gave these JSON objects.
    case done([JSONValue])
  }

  /// Why a state could not be changed.
  struct Failure: Error {
    var message: String
  }

  /// What setting up the states of an interaction gave.
  struct SetUp {
    /// The JSON objects that the provider answered with.
    var answers: [JSONValue] = []
    /// The states that the provider does not know, each with what it said.
    var unknown: [(state: String, said: String)] = []
  }

  let handler: Handler
  let client: HTTPClient
  let timeout: Duration
  /// Whether a state that the provider does not know is a failure.
  let isStrict: Bool
  let shouldStop: () -> Bool

  /// Sets every state of an interaction up in order, or the empty one when it has none.
  func setUp(_ item: VerificationItem) throws(Failure) -> SetUp {
    if case .done(let answers) = handler { return SetUp(answers: answers) }
    var setUp = SetUp()
    for change in Self.changes(of: item, .setUp) {
      switch try perform(change) {
      case .changed(let values): if let values { setUp.answers.append(values) }
      case .unknown(let said):
        // The empty state stands in no contract: a provider need not know it.
        if isStrict, !change.state.name.isEmpty {
          throw Failure(
            message: "\(change.description) failed: the provider does not know it (\(said))")
        }
        setUp.unknown.append((change.state.name, said))
      case .failed(let reason): throw Failure(message: "\(change.description) failed: \(reason)")
      }
    }
    return setUp
  }

  /// Tears every state of an interaction down, but for those that the provider did not know.
  func tearDown(_ item: VerificationItem, except unknown: [String]) throws(Failure) {
    if case .done = handler { return }
    for change in Self.changes(of: item, .tearDown) where !unknown.contains(change.state.name) {
      switch try perform(change) {
      case .changed: continue
      case .unknown(let reason), .failed(let reason):
        throw Failure(message: "\(change.description) failed: \(reason)")
      }
    }
  }

  private static func changes(
    of item: VerificationItem, _ action: StateChange.Action
  ) -> [StateChange] {
    let states = item.interaction.providerStates
    return (states.isEmpty ? [ProviderState("")] : states).map {
      StateChange(consumer: item.consumer, state: $0, action: action)
    }
  }

  private func perform(_ change: StateChange) throws(Failure) -> StateAnswer {
    switch handler {
    case .done: return .changed(values: nil)
    case .url(let url, let style):
      let plan =
        switch style {
        case .body: RequestPlan(posting: change.json, to: url)
        case .query: RequestPlan(postingTo: change.url(extending: url))
        }
      let request = plan.exchange(timeout: timeout)
      switch client.perform(request, shouldStop: shouldStop) {
      case .success(let response): return StateAnswer(response, from: url)
      case .failure(let error):
        throw Failure(message: "\(change.description) failed: \(error.message)")
      }
    case .command(let command):
      do throws(ProcessFailure) {
        let output = try command.run(
          input: change.json, variables: change.variables, shouldStop: shouldStop)
        return StateAnswer(output, limit: command.limit)
      } catch {
        throw Failure(message: "\(change.description) failed: \(error.description)")
      }
    }
  }
}
