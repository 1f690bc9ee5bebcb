import ArgumentParser
import ContractFiles
import ContractMatching
import ContractModel
import ContractStore
import FaultModel
import JSONText

/// `counterpart generate`
struct GenerateCommand: ParsableCommand {
  /// Who makes the values.
  enum Mode: String, ExpressibleByArgument, CaseIterable {
    case consumer, provider
  }

  static let configuration = CommandConfiguration(
    commandName: "generate",
    abstract: "Show a request, response or message with its generated values.",
    discussion: """
      The file holds a bare object in the form of the given version of the Pact specification. Prints it \
      in the same form, without its generators.

      Example: counterpart generate request --input request.json --mode provider --spec 4 \
      --context '{"providerState": {"id": 12}}'
      """)

  @Argument(help: "What the file holds: request, response or message.")
  var part: BarePart

  @Option(help: "The file.", completion: .file(extensions: ["json"]))
  var input: String

  @Option(
    help: """
      consumer: as the mock answers a consumer; provider: as the verifier asks a provider, with the \
      values of its states.
      """)
  var mode: Mode

  @Option(help: "The version of the Pact specification: 1, 1.1, 2, 3 or 4.")
  var spec: String

  @Option(
    help: ArgumentHelp(
      "What the values are made of: {\"providerState\": {…}, \"mockServer\": {\"href\": URL}}.",
      valueName: "json"))
  var context: String?

  @Option(help: "Decides the random values. (default: a random one, which is logged)")
  var seed: UInt64?

  func run() throws {
    Terminal.ignoreBrokenPipes()
    let version = try BareFile.version(spec)
    let seed = seed ?? UInt64.random(in: 0..<1 << 32)
    var context = try generationContext(seed)
    let value = try BareFile.read(input)
    var writer = JSONWriter()
    do {
      switch part {
      case .request:
        let request = try BareExchange.request(value, version, file: input)
        let plan = try plan(request.generators, request.rules)
        warn(of: plan.unused(in: request))
        let generated = try plan.generate(request, &context)
        BareExchange.write(generated, version, to: &writer)
      case .response:
        let response = try BareExchange.response(value, version, file: input)
        let plan = try plan(response.generators, response.rules)
        warn(of: plan.unused(in: response))
        let generated = try plan.generate(response, &context)
        BareExchange.write(generated, version, to: &writer)
      case .message:
        let message = try BareExchange.message(value, version, file: input)
        let plan = try plan(message.generators, message.rules)
        warn(of: plan.unused(in: message))
        let generated = try plan.generate(message, &context)
        BareExchange.write(generated, version, to: &writer)
      }
    } catch let error as GenerationError {
      throw tell(error.message, at: error.definition)
    } catch let error as RuleError {
      throw tell(error.message, at: error.rule)
    } catch let error as Diagnostic {
      Terminal.log(error.description)
      throw ExitCode.badContract
    }
    if self.seed == nil { Terminal.log("seed \(seed)") }
    Terminal.print(writer.text)
  }

  private func plan(
    _ entries: [GeneratorEntry], _ rules: [MatchingRuleSet]
  ) throws(RuleError) -> GeneratorPlan {
    try GeneratorPlan(entries, rules: rules, mode: generationMode)
  }

  private func warn(of unused: [GeneratorEntry]) {
    for entry in unused {
      let place = entry.selector.isEmpty ? entry.category.rawValue : "'\(entry.selector)'"
      let diagnostic = Diagnostic(
        .warning,
        "the generator for \(place) applies to nothing in the \(entry.category.rawValue)",
        file: input, position: entry.definition.position)
      Terminal.log(diagnostic.description)
    }
  }

  private func tell(_ message: String, at value: JSONValue?) -> ExitCode {
    let diagnostic = Diagnostic(.error, message, file: input, position: value?.position)
    Terminal.log(diagnostic.description)
    return .badContract
  }

  private var generationMode: GenerationContext.Mode {
    mode == .consumer ? .consumer : .provider
  }

  private func generationContext(_ seed: UInt64) throws -> GenerationContext {
    var states: JSONValue?
    var url: String?
    if let text = context {
      let value: JSONValue
      do throws(JSONSyntaxError) {
        value = try JSONValue(parsing: text)
      } catch {
        throw ValidationError("--context: not JSON: \(error)")
      }
      guard value.kind == .object else {
        throw ValidationError("--context: expected an object, found \(value.kind.name)")
      }
      for member in value.members where !["providerState", "mockServer"].contains(member.name) {
        throw ValidationError(
          "--context: '\(member.name)' is not known, expected providerState or mockServer")
      }
      states = value["providerState"]
      guard states == nil || states?.kind == .object else {
        throw ValidationError("--context: expected an object for 'providerState'")
      }
      if let server = value["mockServer"] {
        guard let href = server["href"]?.string else {
          throw ValidationError("--context: expected a 'mockServer' with a string 'href'")
        }
        url = href
      }
    }
    return GenerationContext(
      mode: generationMode, now: Moment(WallClock.now()), providerState: states,
      mockServerURL: url, random: SeededGenerator(seed: seed, stream: "generate", position: 0))
  }
}
