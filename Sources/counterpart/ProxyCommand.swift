import ArgumentParser
import ContractModel
import FaultModel
import FaultProxy
import JSONText
import MockServer
import ProxyControl
import UnixSignals

/// `counterpart proxy`
struct ProxyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "proxy",
    abstract: "Break the wire between a client and a server.",
    discussion: """
      Passes TCP connections on and disturbs them by toxics: \
      \(ToxicTable.kinds.map { $0.type }.joined(separator: ", ")). With an API, clients of Toxiproxy \
      make and change proxies and toxics while connections are open.

      Example: counterpart proxy --listen 127.0.0.1:9000 --upstream 127.0.0.1:8080 \
      --toxic latency,latency=200,jitter=50
      """)

  @Option(help: "Where to listen, HOST:PORT; port 0 picks a free one.")
  var listen: String?

  @Option(help: "Where to connect to, HOST:PORT.")
  var upstream: String?

  @Option(
    name: .customLong("toxic"),
    help: """
      A toxic, TYPE[,KEY=VALUE]…, with name, stream and toxicity among the keys (repeatable).
      """)
  var toxicTexts: [String] = []

  @Option(help: "Open Toxiproxy's HTTP API at HOST:PORT; port 0 picks a free one.")
  var api: String?

  @Option(
    help: "A file whose first line every call of the API has to carry as Authorization: Bearer.",
    completion: .file())
  var apiTokenFile: String?

  @Option(help: "A file with proxies in Toxiproxy's format.", completion: .file())
  var config: String?

  @Option(help: "Decides which connections a toxic befalls. (default: a random number)")
  var seed: UInt64?

  func validate() throws {
    guard listen != nil || api != nil || config != nil else {
      throw ValidationError("expected --listen, --api or --config")
    }
    guard (listen == nil) == (upstream == nil) else {
      throw ValidationError("--listen and --upstream belong together")
    }
    guard listen != nil || toxicTexts.isEmpty else {
      throw ValidationError("--toxic belongs to --listen and --upstream")
    }
    guard api != nil || apiTokenFile == nil else {
      throw ValidationError("--api-token-file belongs to --api")
    }
    for case let text? in [listen, upstream, api] where Endpoint(text) == nil {
      throw ValidationError("'\(text)': expected HOST:PORT")
    }
    _ = try toxics()
  }

  func run() async throws {
    Terminal.ignoreBrokenPipes()
    let signals = await UnixSignalsSequence(trapping: .sigterm, .sigint)
    let seed = seed ?? UInt64.random(in: 0..<1 << 32)
    let wanted = try configured() + given()
    let token = try apiTokenFile.map(TokenFile.read)
    if wanted.contains(where: { !$0.toxics.isEmpty }) { Terminal.log("seed \(seed)") }
    let registry = ProxyRegistry(seed: seed)
    do {
      try await serve(wanted, registry, token, until: signals)
    } catch is ProxyError, is MockServerError {
      await registry.stopAll()
      throw ExitCode.inputOutput
    }
  }

  private func serve(
    _ wanted: [ProxyOptions], _ registry: ProxyRegistry, _ token: String?,
    until signals: UnixSignalsSequence
  ) async throws {
    var control: ProxyControlServer?
    do {
      for options in wanted { try await registry.add(options) }
      if let endpoint = api.flatMap(Endpoint.init) {
        let started = try await ProxyControlServer.start(
          endpoint, registry, version: Counterpart.version, token: token)
        control = started
        var opened = endpoint
        opened.port = started.port
        Terminal.print("api listening on http://\(opened)")
      }
    } catch {
      Terminal.log("error: \(error)")
      throw error
    }
    for options in wanted {
      let now = try await registry.proxy(options.name).options
      if now.isEnabled { Terminal.print("proxy listening on tcp://\(now.listen)") }
    }
    Terminal.print("ready")
    for await _ in signals { break }
    await control?.stop()
    await registry.stopAll()
  }

  /// The name of the command line's proxy.
  private static let givenName = "proxy"

  /// The proxy of the command line.
  private func given() throws -> [ProxyOptions] {
    guard let listen = listen.flatMap(Endpoint.init), let upstream = upstream.flatMap(Endpoint.init)
    else { return [] }
    return [
      ProxyOptions(name: Self.givenName, listen: listen, upstream: upstream, toxics: try toxics())
    ]
  }

  private func toxics() throws -> [Toxic] {
    var toxics: [Toxic] = []
    for text in toxicTexts {
      do throws(ToxicError) {
        toxics.append(try Toxic(text: text))
      } catch {
        throw ValidationError("--toxic \(text): \(error)")
      }
    }
    guard Set(toxics.map(\.name)).count == toxics.count else {
      throw ValidationError("two toxics have the same name; give one by name=")
    }
    return toxics
  }

  /// The proxies of the file.
  private func configured() throws -> [ProxyOptions] {
    guard let config else { return [] }
    let root = try BareFile.read(config)
    do throws(ProxyOptionsError) {
      let proxies = try ProxyOptions.list(json: root)
      // The place of the one in the list that has the name of the command line's.
      for (options, element) in zip(proxies, root.elements)
      where listen != nil && options.name == Self.givenName {
        throw ProxyOptionsError(
          "the name '\(Self.givenName)' is that of --listen; choose another one", element)
      }
      return proxies
    } catch {
      Terminal.log(
        Diagnostic(.error, error.description, file: config, position: error.position).description)
      throw ExitCode.badContract
    }
  }
}
