import ContractMatching
import ContractModel
import ContractStore
import FaultModel
import JSONText

/// Makes the request of an interaction that has generated values.
struct RequestGenerator {
  private let plan: GeneratorPlan
  private let request: HTTPRequest
  private let name: String
  private let configuration: VerifierConfiguration

  init(
    _ plan: GeneratorPlan, _ request: HTTPRequest, _ interaction: Interaction,
    _ configuration: VerifierConfiguration
  ) {
    self.plan = plan
    self.request = request
    name = interaction.description
    self.configuration = configuration
  }

  /// The request as it is sent.
  ///
  /// - Parameter stateValues: what the provider's states gave, a JSON object.
  func request(stateValues: JSONValue?) throws(VerificationError) -> RequestPlan {
    var context = GenerationContext(
      mode: .provider, now: Moment(WallClock.now()), providerState: stateValues,
      random: SeededGenerator(seed: configuration.seed, stream: name, position: 0))
    do throws(GenerationError) {
      return RequestPlan(
        try plan.generate(request, &context), base: configuration.providerURL,
        adding: configuration.headers)
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
