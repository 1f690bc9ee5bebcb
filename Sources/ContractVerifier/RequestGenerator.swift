import ContractMatching
import ContractModel
import ContractStore
import FaultModel
import JSONText

/// Makes the request of an interaction that has generated values.
struct RequestGenerator {
  /// What is asked.
  private enum Template {
    case http(HTTPRequest)
    case message(MessageContents)
  }

  private let plan: GeneratorPlan
  private let template: Template
  private let interaction: Interaction
  // Not the whole configuration: it would be copied for each interaction.
  private let url: String
  private let headers: [VerifierConfiguration.Header]
  private let seed: UInt64
  /// The generators that apply to nothing of the example.
  let unused: [GeneratorEntry]

  /// - Throws: ``RuleError`` when a generator is not known or not valid.
  init(
    _ request: HTTPRequest, _ interaction: Interaction, _ configuration: VerifierConfiguration
  ) throws(RuleError) {
    plan = try GeneratorPlan(request.generators, rules: request.rules, mode: .provider)
    unused = plan.unused(in: request)
    template = .http(request)
    self.interaction = interaction
    url = configuration.url(of: interaction)
    headers = configuration.headers
    seed = configuration.seed
  }

  /// - Throws: ``RuleError`` when a generator is not known or not valid.
  init(
    _ message: MessageContents, _ interaction: Interaction,
    _ configuration: VerifierConfiguration
  ) throws(RuleError) {
    plan = try GeneratorPlan(message.generators, rules: message.rules, mode: .provider)
    unused = plan.unused(in: message)
    template = .message(message)
    self.interaction = interaction
    url = configuration.url(of: interaction)
    headers = configuration.headers
    seed = configuration.seed
  }

  /// Whether the request is the same each time.
  var isEmpty: Bool { plan.isEmpty }

  /// The request with the values of the example.
  var example: RequestPlan {
    switch template {
    case .http(let request): plan(request)
    case .message(let message): plan(message)
    }
  }

  private func plan(_ request: HTTPRequest) -> RequestPlan {
    RequestPlan(request, base: url, adding: headers)
  }

  private func plan(_ message: MessageContents) -> RequestPlan {
    RequestPlan(
      posting: MessageQuestion.json(interaction, request: message),
      to: url,
      headers: headers)
  }

  /// The request as it is sent.
  ///
  /// - Parameter stateValues: what the provider's states gave, a JSON object.
  func request(stateValues: JSONValue?) throws(VerificationError) -> RequestPlan {
    let random = SeededGenerator(
      seed: seed, stream: interaction.description, position: 0)
    var context = GenerationContext(
      mode: .provider, now: Moment(WallClock.now()), providerState: stateValues, random: random)
    do throws(GenerationError) {
      switch template {
      case .http(let request): return plan(try plan.generate(request, &context))
      case .message(let message): return plan(try plan.generate(message, &context))
      }
    } catch {
      throw VerificationError(message: "the request could not be made: \(error.message)")
    }
  }
}

extension JSONValue {
  /// One object with the members of several, later ones before earlier ones of the same name.
  static func merging(_ objects: [JSONValue]) -> JSONValue? {
    guard objects.count > 1 else { return objects.first }
    var members: [String: JSONValue] = [:]
    var order: [String] = []
    for member in objects.flatMap(\.members) {
      if members.updateValue(member.value, forKey: member.name) == nil { order.append(member.name) }
    }
    return .make { writer in
      writer.object { writer in
        for name in order { writer.member(name, members[name] ?? .null) }
      }
    }
  }
}
