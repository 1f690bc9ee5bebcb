import ArgumentParser
import ContractModel
import ContractVerifier

/// Where the secrets are that requests need.
struct SecretOptions: ParsableArguments {
  /// Fields whose values are secrets also where they stand on the command line.
  private static let secretFields = ["authorization", "proxy-authorization", "cookie", "x-api-key"]
  /// How many bytes such a value has at least: what is shorter would be found everywhere.
  private static let shortestLiteral = 8

  @Option(
    help: """
      Send what this command of the shell prints as 'Authorization: Bearer …'; it runs once, before \
      anything else.
      """)
  var tokenCommand: String?

  @Flag(help: "Run --token-command for each request to the provider.")
  var tokenPerRequest = false

  func validate() throws {
    if tokenPerRequest, tokenCommand == nil {
      throw ValidationError("--token-per-request says when --token-command runs, which is missing")
    }
    if let tokenCommand, tokenCommand.allSatisfy(\.isWhitespace) {
      throw ValidationError("--token-command: the command is empty")
    }
  }

  /// The header fields with their secrets, and the token.
  ///
  /// - Throws: an exit code after telling which secret is missing.
  func headers(
    _ options: [HeaderOption], _ resolver: SecretResolver
  ) throws -> [VerifierConfiguration.Header] {
    if tokenCommand != nil, options.contains(where: { $0.name.lowercased() == "authorization" }) {
      throw ValidationError("--token-command and --header 'Authorization=…' contradict each other")
    }
    var headers: [VerifierConfiguration.Header] = []
    for option in options {
      headers.append(.init(option.name, try value(of: option, resolver)))
    }
    if let tokenCommand { headers.append(try token(tokenCommand, resolver)) }
    return headers
  }

  private func value(of option: HeaderOption, _ resolver: SecretResolver) throws -> String {
    let value = try Self.telling("--header '\(option.name)=…'") {
      () throws(SecretResolver.Failure) in
      let value = try resolver.value(option.value)
      guard HTTPText.isValue(value) else {
        throw .init(description: "the value has a line break or a control character in it")
      }
      return value
    }
    if Self.secretFields.contains(option.name.lowercased()) {
      // Of 'Bearer abc' only the part behind the scheme is the secret.
      for part in value.split(separator: " ") where part.utf8.count >= Self.shortestLiteral {
        resolver.log.note(String(part))
      }
    }
    return value
  }

  private func token(
    _ command: String, _ resolver: SecretResolver
  ) throws -> VerifierConfiguration.Header {
    @Sendable func make() throws(SecretResolver.Failure) -> String {
      let token = try resolver.output(of: command, called: "--token-command")
      guard HTTPText.isValue(token) else {
        throw .init(description: "--token-command printed more than one line")
      }
      return "Bearer \(token)"
    }
    if !tokenPerRequest { return .init("Authorization", try Self.telling(nil, make)) }
    var header = VerifierConfiguration.Header("Authorization", Redactor.mark)
    header.source = HeaderSource {
      do throws(SecretResolver.Failure) {
        return .success(try make())
      } catch {
        return .failure(VerifierError(error.description))
      }
    }
    return header
  }

  /// Does something, and tells why it cannot be done.
  static func telling(
    _ option: String?, _ action: () throws(SecretResolver.Failure) -> String
  ) throws -> String {
    do throws(SecretResolver.Failure) {
      return try action()
    } catch {
      Terminal.log("error: \(option.map { "\($0): " } ?? "")\(error)")
      throw ExitCode.badConfiguration
    }
  }
}
