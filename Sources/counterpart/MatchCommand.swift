import ArgumentParser
import ContractFiles
import ContractMatching
import ContractModel
import JSONText

/// `counterpart match`
struct MatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "match",
    abstract: "Say why a request, response or message does not match.",
    discussion: """
      Both files hold a bare object in the form of the given version of the Pact specification. Prints \
      {"match": …, "mismatches": […]} and ends with 0 when it matches, else with 1.

      Example: counterpart match response --expected expected.json --actual actual.json --spec 4
      """)

  @Argument(help: "What is compared: request, response or message.")
  var part: BarePart

  @Option(help: "What the contract expects.", completion: .file(extensions: ["json"]))
  var expected: String

  @Option(help: "What came.", completion: .file(extensions: ["json"]))
  var actual: String

  @Option(help: "The version of the Pact specification: 1, 1.1, 2, 3 or 4.")
  var spec: String

  func run() throws {
    Terminal.ignoreBrokenPipes()
    let version = try BareFile.version(spec)
    let mismatches = try compare(
      try BareFile.read(expected), try BareFile.read(actual), version)
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("match", mismatches.isEmpty)
      writer.key("mismatches")
      writer.array { writer in
        for mismatch in mismatches { MismatchJSON.write(mismatch, to: &writer) }
      }
    }
    Terminal.print(writer.text)
    if !mismatches.isEmpty { throw ExitCode.broken }
  }

  private func compare(
    _ expected: JSONValue, _ actual: JSONValue, _ version: SpecificationVersion
  ) throws -> [Mismatch] {
    let places = PlaceFinder(
      interaction: FileLocation(file: self.expected, line: expected.position.line),
      part: expected)
    do {
      switch part {
      case .request:
        let matcher = try RequestMatcher(
          try BareExchange.request(expected, version, file: self.expected),
          specification: version, places: places)
        let request = try BareExchange.request(actual, version, file: self.actual)
        return matcher.mismatches(ActualRequest(request))
      case .response:
        let matcher = try ResponseMatcher(
          try BareExchange.response(expected, version, file: self.expected), places: places)
        let response = try BareExchange.response(actual, version, file: self.actual)
        return matcher.mismatches(ActualResponse(response))
      case .message:
        let matcher = try MessageMatcher(
          try BareExchange.message(expected, version, file: self.expected), places: places)
        let message = try BareExchange.message(actual, version, file: self.actual)
        return matcher.mismatches(ActualMessage(message))
      }
    } catch let error as RuleError {
      let diagnostic = Diagnostic(
        .error, error.message, file: self.expected, position: error.rule?.position)
      Terminal.log(diagnostic.description)
      throw ExitCode.badContract
    } catch let error as Diagnostic {
      Terminal.log(error.description)
      throw ExitCode.badContract
    }
  }
}
