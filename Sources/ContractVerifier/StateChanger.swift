import ContractModel
import HTTPExchange
import JSONText

/// Puts a provider into the states of an interaction, and takes it out of them.
struct StateChanger {
  enum Action: String {
    case setUp = "setup"
    case tearDown = "teardown"
  }

  /// Why a state could not be changed.
  struct Failure: Error {
    var message: String
  }

  let url: String
  let client: HTTPClient
  let timeout: Duration
  let shouldStop: () -> Bool

  /// Posts every state of the interaction, or the empty one when it has none.
  ///
  /// - Returns: the JSON objects that the provider answered with.
  @discardableResult
  func change(_ item: VerificationItem, _ action: Action) throws(Failure) -> [JSONValue] {
    let states = item.interaction.providerStates
    var answers: [JSONValue] = []
    for state in states.isEmpty ? [ProviderState("")] : states {
      let answer = try post(state, item.consumer, action)
      if let value = try? JSONDocument(parsing: answer).root, value.kind == .object {
        answers.append(value)
      }
    }
    return answers
  }

  private func post(
    _ state: ProviderState, _ consumer: String, _ action: Action
  ) throws(Failure) -> [UInt8] {
    var writer = JSONWriter(style: .compact)
    writer.object { writer in
      writer.member("consumer", consumer)
      writer.member("state", state.name)
      writer.key("params")
      if let parameters = state.parameters {
        writer.value(parameters)
      } else {
        writer.object { _ in }
      }
      writer.member("action", action.rawValue)
    }
    let request = RequestPlan(posting: writer.bytes, to: url).exchange(timeout: timeout)
    let what = action == .setUp ? "state change" : "tear-down of state"
    switch client.perform(request, shouldStop: shouldStop) {
    case .failure(let error):
      throw Failure(message: "\(what) \"\(state.name)\" failed: \(error.message)")
    case .success(let response):
      guard (200..<300).contains(response.status) else {
        let text = String(decoding: response.body.prefix(500), as: UTF8.self)
        throw Failure(
          message:
            "\(what) \"\(state.name)\" failed: \(response.status) from \(HTTPAddress.withoutCredentials(url))"
            + (text.isEmpty ? "" : ": \(text)"))
      }
      return response.body
    }
  }
}
