import ArgumentParser
import ContractModel
import ContractStore
import ContractVerifier
import Dispatch
import HTTPExchange
import ToolConfiguration

/// `counterpart verify`
struct VerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check that a provider honours contracts.",
    discussion: """
      Makes the request of each interaction and compares the answer. With --state-url or \
      --state-command the provider is put into each state first, and interactions run one after the other.

      Example: counterpart verify contracts --provider order-service \\
        --provider-url http://127.0.0.1:8080 --state-url http://127.0.0.1:8080/_states \\
        --junit report.xml
      """)

  @Argument(
    help: """
      Contract files, folders of them, and URLs of pacts. (default: contracts, unless there is a broker)
      """, completion: .file())
  var paths: [String] = []

  @Option(help: "The name of the provider in the contracts.")
  var provider: String

  @Option(help: "The base URL of the provider.")
  var providerURL: String

  @Option(help: "The version of the provider, for reports and for --publish.")
  var providerVersion: String?

  @Option(
    name: .customLong("header"),
    help: """
      A header field for every request to the provider, as 'Name=value' (repeatable). ${env:NAME}, \
      ${file:PATH} and ${command:COMMAND} in the value are secrets.
      """)
  var headers: [HeaderOption] = []

  @OptionGroup(title: "Starting the provider")
  var start: ProviderOptions

  @OptionGroup(title: "Secrets")
  var secrets: SecretOptions

  @OptionGroup(title: "Connection")
  var connection: ConnectionOptions

  @OptionGroup(title: "Provider states")
  var states: StateOptions

  @OptionGroup(title: "Transports and messages")
  var transports: TransportOptions

  @OptionGroup(title: "Waiting")
  var waiting: WaitingOptions

  @OptionGroup(title: "Budgets")
  var budgets: BudgetOptions

  @OptionGroup(title: "Pact Broker")
  var broker: BrokerOptions

  @OptionGroup(title: "Choosing interactions")
  var filters: FilterOptions

  @Flag(help: "List what would be verified, and verify nothing.")
  var dryRun = false

  @OptionGroup(title: "Reports")
  var reports: ReportOptions

  @Option(help: "How many interactions run at a time where no provider state is changed.")
  var parallel = 1

  @Option(help: "How long connecting may take, e.g. 500ms or 5s.")
  var connectTimeout = DurationOption(.seconds(5))

  @Option(help: "How long a request may take, e.g. 500ms or 5s.")
  var requestTimeout = DurationOption(.seconds(10))

  @Option(
    help: "Certificate authorities in PEM form that the provider's certificate is checked against.",
    completion: .file())
  var caFile: String?

  @Option(help: "The client's certificate in PEM form.", completion: .file())
  var clientCertificate: String?

  @Option(help: "The key of the client's certificate in PEM form.", completion: .file())
  var clientKey: String?

  @Flag(help: "Take the provider's certificate unchecked.")
  var insecure = false

  @Option(
    help: """
      Decides the random values of requests with generators. (default: a random one, which is logged and \
      in the reports)
      """)
  var seed: UInt64?

  func validate() throws {
    try broker.check(paths: paths, providerVersion: providerVersion)
    if let problem = VerifierConfiguration.problem(with: providerURL, isBase: true) {
      throw ValidationError("--provider-url \(problem)")
    }
    guard (1...1_000).contains(parallel) else {
      throw ValidationError("--parallel \(parallel): expected 1 to 1000")
    }
    for (option, timeout) in [
      ("--connect-timeout", connectTimeout), ("--request-timeout", requestTimeout),
    ] where timeout.duration <= .zero {
      throw ValidationError("\(option): expected more than 0")
    }
    guard (clientCertificate == nil) == (clientKey == nil) else {
      throw ValidationError("--client-certificate and --client-key go together")
    }
  }

  func run() async throws {
    Terminal.ignoreBrokenPipes()
    try checkCertificates()
    let seed = seed ?? UInt64.random(in: 0..<1 << 32)
    let interruption = await Interruption()
    // Loading the client's library takes as long as reading the contracts does. It is awaited on
    // every way out: a process that ends while a library is being loaded may crash. And it begins
    // when the threads for signals are there: none can be made meanwhile.
    async let _: Void = dryRun ? () : OwnThread.run(HTTPClient.prepare)
    let session = try await BrokerSession(broker, loading: paths, of: provider, interruption)
    let files = session.files
    let all = files.contracts.filter { $0.contract.provider == provider }.flatMap { file in
      file.contract.interactions.map { VerificationItem($0, of: file.contract) }
    }
    if all.isEmpty, session.mayBeEmpty { return }
    if all.isEmpty { throw noItems(files) }
    let filter = try filters.filter()
    let items = filters.isGiven ? all.filter(filter.accepts) : all
    if items.isEmpty, filters.lastFailed != nil {
      Terminal.log("everything passed in '\(filters.lastFailed ?? "")': nothing is left to verify")
    } else if items.isEmpty {
      Terminal.log("error: none of the \(all.count) interactions is chosen by the filters")
      throw ExitCode.badContract
    }
    if dryRun { return list(items, of: all.count) }
    if self.seed == nil, items.contains(where: \.hasGenerators) { Terminal.log("seed \(seed)") }
    let log = SecretLog()
    let configuration = try verifierConfiguration(seed, SecretResolver(log: log))
    var outcome = try await start.whileRunning(configuration, log, interruption) {
      try await verify(items, interruption, configuration, log)
    }
    outcome.result = outcome.result.redacted(by: log.redactor)
    let isWritten = ReportWriting(options: reports, result: outcome.result).writeAll()
    let isPublished = await session.publish(outcome, of: items, isFiltered: filters.isGiven)
    if !isWritten { throw ExitCode.inputOutput }
    if let code = interruption.exitCode, outcome.isInterrupted { throw ExitCode(code) }
    if let code = exitCode(outcome, files) { throw code }
    if !isPublished { throw interruption.exitCode.map { ExitCode($0) } ?? .unreachable }
  }

  /// Prints what would be verified, one interaction a line.
  private func list(_ items: [VerificationItem], of count: Int) {
    for item in items {
      let states = item.interaction.providerStates.map(\.name)
      let given = states.isEmpty ? "" : " (given \(states.joined(separator: ", ")))"
      let place = item.interaction.location.map { "\($0): " } ?? ""
      Terminal.print(
        "\(place)\(item.consumer) → \(item.provider): \(item.interaction.description)\(given)")
    }
    Terminal.print("\(items.count) of \(count) interactions would be verified")
  }

  /// Verifies on a thread of its own: tasks share few threads, perhaps only one, and signals have to
  /// be noticed meanwhile.
  private func verify(
    _ items: [VerificationItem], _ interruption: Interruption,
    _ configuration: VerifierConfiguration, _ log: SecretLog
  ) async throws -> VerificationOutcome {
    let verifier = ContractVerifier(
      .init(name: provider, version: providerVersion, branch: broker.providerBranch),
      configuration: configuration)
    let outcome = await withCheckedContinuation { continuation in
      DispatchQueue.global().async {
        let outcome = Result { () throws(VerifierError) in
          var progress = VerificationProgress(total: items.count)
          defer { progress.end() }
          return try verifier.verify(
            items, startedAt: WallClock.now() / .seconds(1), progress: { progress.note($0) },
            shouldStop: { interruption.exitCode != nil })
        }
        continuation.resume(returning: outcome)
      }
    }
    do {
      return try outcome.get()
    } catch {
      Terminal.log("error: \(log.redactor.redact("\(error)"))")
      throw ExitCode.inputOutput
    }
  }

  private func verifierConfiguration(
    _ seed: UInt64, _ resolver: SecretResolver
  ) throws -> VerifierConfiguration {
    var configuration = VerifierConfiguration(providerURL: providerURL)
    states.apply(to: &configuration)
    transports.apply(to: &configuration)
    waiting.apply(to: &configuration)
    budgets.apply(to: &configuration)
    configuration.headers = try secrets.headers(headers, resolver)
    configuration.parallel = parallel
    configuration.connectTimeout = connectTimeout.duration
    configuration.requestTimeout = requestTimeout.duration
    configuration.authorityFile = caFile
    configuration.certificateFile = clientCertificate
    configuration.keyFile = clientKey
    configuration.isInsecure = insecure
    configuration.connection = try connection.settings { text in
      try SecretOptions.telling("--proxy") { () throws(SecretResolver.Failure) in
        try resolver.value(text)
      }
    }
    configuration.maximumBodySize = connection.maxBody.bytes
    configuration.seed = seed
    configuration.recordsExchanges = reports.html != nil
    return configuration
  }

  /// Says why there is nothing to verify: a run without interactions must not be green.
  private func noItems(_ files: LoadedFiles) -> ExitCode {
    if let code = files.exitCode {
      if paths.isEmpty, code == .missingFile {
        Terminal.log("name the contract files, or folders of them: counterpart verify PATH …")
      }
      return code
    }
    let names = Set(files.contracts.map { "'\($0.contract.provider)'" }).sorted()
    let known =
      names.isEmpty
      ? "there is no contract at all" : "there are contracts for \(names.joined(separator: ", "))"
    let hint = NearestName.hint(for: provider, among: files.contracts.map(\.contract.provider))
    Terminal.log(
      "error: no contract has an interaction for the provider '\(provider)'; \(known)\(hint)")
    return .badContract
  }

  /// Looks for the TLS files before anything runs: libcurl would fail once for each interaction.
  private func checkCertificates() throws {
    for file in [caFile, clientCertificate, clientKey] {
      guard let file, FileSystem.kind(of: file) != .file else { continue }
      Terminal.log("error: there is no file '\(file)'")
      throw ExitCode.missingFile
    }
  }

  private func exitCode(_ outcome: VerificationOutcome, _ files: LoadedFiles) -> ExitCode? {
    let summary = outcome.result.summary
    if summary.failed > 0 { return .broken }
    if outcome.uncompiled > 0 { return .badContract }
    if let code = files.exitCode { return code }
    return summary.errors > 0 ? .unreachable : nil
  }
}

extension VerificationItem {
  /// Whether values of the request are made anew.
  fileprivate var hasGenerators: Bool {
    switch interaction.content {
    case .http(let request, _): !request.generators.isEmpty
    case .synchronousMessage(let request, _): !request.generators.isEmpty
    case .message, .unusable: false
    }
  }
}
