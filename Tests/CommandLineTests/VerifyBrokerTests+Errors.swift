import TestBroker
import TestSupport
import Testing

extension VerifyBrokerTests {
  // MARK: credentials

  @Test(arguments: [
    (["--broker-username", "me", "--broker-password", "pw"], [:], "Basic bWU6cHc="),
    (["--broker-token", "abc"], [:], "Bearer abc"),
    ([], ["PACT_BROKER_USERNAME": "me", "PACT_BROKER_PASSWORD": "pw"], "Basic bWU6cHc="),
    ([], ["PACT_BROKER_TOKEN": "abc"], "Bearer abc"),
    (["--broker-username", "me"], ["PACT_BROKER_PASSWORD": "pw"], "Basic bWU6cHc="),
    // What is written on the command line counts more.
    (["--broker-token", "abc"], ["PACT_BROKER_USERNAME": "me"], "Bearer abc"),
    (
      ["--broker-password", "pw"], ["PACT_BROKER_USERNAME": "me", "PACT_BROKER_TOKEN": "abc"],
      "Basic bWU6cHc="
    ),
  ])
  func `credentials come from the command line or the environment`(
    options: [String], variables: [String: String], field: String
  ) async throws {
    var traits = TestBroker.Traits()
    traits.authorization = field
    try await BrokerVerification.with(traits) { verification in
      let variables = variables.merging(["PACT_BROKER_BASE_URL": verification.broker.url]) { $1 }
      let end = try await verification.run(exactly: options + Self.publish, environment: variables)
      #expect(end.exitCode == 0, "\(end)")
      #expect(verification.broker.results.count == 1)
    }
  }

  @Test(arguments: [
    ([], "no credentials were sent: give --broker-token, or --broker-username"),
    (["--broker-token", "s3cret"], "a bearer token was sent: check --broker-token"),
    (
      ["--broker-username", "me", "--broker-password", "s3cret"],
      "the user 'me' was sent with a password: check --broker-username and --broker-password"
    ),
  ])
  func `a broker that refuses credentials is 69, which it says without showing them`(
    options: [String], advice: String
  ) async throws {
    var traits = TestBroker.Traits()
    traits.authorization = "Bearer right"
    try await BrokerVerification.with(traits) { verification in
      let end = try await verification.run(
        exactly: ["--broker-url", verification.broker.url] + options)
      #expect(end.exitCode == 69)
      #expect(end.errors.contains("answered 401 to the request for its index; \(advice)"), "\(end)")
      #expect(!(end.errors + end.output).contains("s3cret"))
      #expect(verification.provider.requests.isEmpty)
    }
  }

  @Test func `a user without permission is 69`() async throws {
    var traits = TestBroker.Traits()
    traits.isForbidden = true
    try await BrokerVerification.with(traits) { verification in
      let end = try await verification.run("--broker-token", "abc")
      #expect(end.exitCode == 69)
      #expect(end.errors.contains("they need permission for that in the broker"))
    }
  }

  // MARK: no pacts

  @Test func `a broker that is down is 69, with what to do`() async throws {
    try await BrokerVerification.with { verification in
      let nobody = ReservedPort()
      let end = try await verification.run(
        exactly: ["--broker-url", "http://\(nobody.endpoint)", "--broker-retries", "1"])
      #expect(end.exitCode == 69)
      #expect(end.errors.contains("; trying again in 500 ms\n"))
      #expect(
        end.errors.contains("error: \(nobody.endpoint): ")
          && end.errors.contains("2 times; is the broker up, and is its address right?"), "\(end)")
    }
  }

  @Test func `a broker that recovers is waited for`() async throws {
    var traits = TestBroker.Traits()
    traits.failures = 1
    try await BrokerVerification.with(traits) { verification in
      let end = try await verification.run()
      #expect(end.exitCode == 0, "\(end)")
      #expect(end.errors.contains("answered 503 to the request for its index; trying again in"))
    }
  }

  @Test func `a server that is no broker is 69`() async throws {
    let server = try ScriptedServer { _ in
      .response("200 OK", ["Content-Type: text/html"], body: "<html></html>")
    }
    defer { server.stop() }
    try await BrokerVerification.with { verification in
      let end = try await verification.run(exactly: ["--broker-url", server.url])
      #expect(end.exitCode == 69)
      #expect(
        end.errors == "error: \(server.url)/: expected HAL, which is JSON with '_links', found"
          + " 'text/html'; is --broker-url the address of a Pact Broker?\n")
    }
  }

  @Test func `credentials of the environment that contradict each other are 64`() async throws {
    try await BrokerVerification.with { verification in
      let end = try await verification.run(
        environment: ["PACT_BROKER_TOKEN": "abc", "PACT_BROKER_USERNAME": "me"])
      #expect(end.exitCode == 64)
      #expect(end.errors.contains("PACT_BROKER_TOKEN and PACT_BROKER_USERNAME contradict"))
    }
  }

  @Test func `no pacts at all is 69, unless that is well`() async throws {
    try await BrokerVerification.with(isPublished: false) { verification in
      let end = try await verification.run()
      #expect(end.exitCode == 69)
      #expect(end.errors.contains("the broker has no pacts of the provider 'order-service'; check"))
      let well = try await verification.run("--ignore-no-pacts")
      #expect(well.exitCode == 0, "\(well)")
      #expect(well.errors == "broker: there are no pacts of 'order-service'\n")
    }
  }

  @Test func `files of another provider are not well, whatever the broker has`() async throws {
    let other = Pact.file(provider: "another", Pact.http("an order"))
    try await BrokerVerification.with(isPublished: false, files: ["a.json": other]) {
      verification in
      let end = try await verification.run("a.json", "--ignore-no-pacts")
      #expect(end.exitCode == 65, "\(end)")
    }
  }

  @Test func `a pact that cannot be read is 65, and the others are verified`() async throws {
    try await BrokerVerification.with { verification in
      let bad = #"""
        {"consumer": {"name": "bad"}, "provider": {"name": "order-service"}, "interactions": 3}
        """#
      try verification.broker.publish(bad)
      let end = try await verification.run(
        exactly: ["--broker-url", verification.broker.url] + Self.publish)
      #expect(end.exitCode == 65, "\(end)")
      #expect(end.output.contains("2 interactions: 2 passed"))
      #expect(verification.broker.results.count == 1)
    }
  }

  @Test func `a missing pact at an address is 69`() async throws {
    try await BrokerVerification.with { verification in
      let url = verification.broker.url + "/pacts/none"
      let end = try await verification.run(exactly: [url])
      #expect(end.exitCode == 69)
      #expect(end.errors == "error: \(url): there is no pact at this address (404)\n")
    }
  }

  @Test func `a signal while the broker is asked ends the run`() async throws {
    let (arrivals, continuation) = AsyncStream.makeStream(of: Void.self)
    let server = try ScriptedServer { _ in
      continuation.yield()
      return .hang
    }
    defer { server.stop() }
    try await BrokerVerification.with { verification in
      let end = try await CommandLineTool.counterpart.whileRunning(
        verification.arguments(["--broker-url", server.url]), in: verification.folder.url,
        environment: BrokerVerification.environment()
      ) { tool in
        for await _ in arrivals { break }
        tool.send(15)
        return try await tool.end()
      }
      #expect(end.exitCode == 143, "\(end)")
    }
  }

  // MARK: the way to the broker

  @Test func `a broker is asked through the proxy of the environment`() async throws {
    let proxy = try ScriptedServer { _ in .response("407 Proxy Authentication Required") }
    defer { proxy.stop() }
    try await BrokerVerification.with { verification in
      let end = try await verification.run(
        exactly: ["--broker-url", "http://broker.invalid/base"],
        environment: ["http_proxy": proxy.url])
      #expect(end.exitCode == 69, "\(end)")
      #expect(proxy.requests.map(\.methodAndTarget) == ["GET http://broker.invalid/base/"])
    }
  }

  @Test func `credentials do not follow a link to another server`() async throws {
    let stranger = try ScriptedServer { _ in .response() }
    defer { stranger.stop() }
    let server = try ScriptedServer { request in
      request.methodAndTarget == "GET /"
        ? .response(
          body: #"{"_links": {"pb:latest-provider-pacts": {"href": "\#(stranger.url)/latest"}}}"#)
        : .response("404 Not Found")
    }
    defer { server.stop() }
    try await BrokerVerification.with { verification in
      let end = try await verification.run(
        exactly: ["--broker-url", server.url, "--broker-token", "abc"])
      #expect(end.exitCode == 69, "\(end)")
      #expect(server.requests.map(\.methodAndTarget) == ["GET /", "GET /latest"])
      #expect(stranger.requests.isEmpty)
    }
  }

  @Test func `a missing file of authorities is 66`() async throws {
    try await BrokerVerification.with { verification in
      let end = try await verification.run("--broker-ca-file", "none.pem")
      #expect(end.exitCode == 66)
      #expect(end.errors == "error: there is no file 'none.pem'\n")
      #expect(verification.broker.requests.isEmpty)
    }
  }

  // MARK: usage

  @Test(arguments: [
    (["--publish", "--broker-url", "http://b"], "--publish needs --provider-version"),
    (["--publish", "--provider-version", "1"], "--publish: needs --broker-url, or a PATH that is"),
    (["--enable-pending"], "--enable-pending needs --broker-url"),
    (
      ["--enable-pending", "--broker-url", "http://b"], "needs --provider-branch or --provider-tag"
    ),
    (["--include-wip-since", "today", "--broker-url", "http://b"], "expected a day as 2026-01-31"),
    (["--include-wip-since", "2026-13-01", "--broker-url", "http://b"], "expected a day"),
    (["--consumer-version-selector", "main", "--broker-url", "http://b"], "it is no JSON"),
    (["--consumer-version-selector", #"{"latest": true}"#], "needs --broker-url"),
    (["--provider-tag", "a"], "--provider-tag: needs --broker-url"),
    (["--broker-token", "a"], "--broker-username and --broker-token: needs --broker-url"),
    (["--broker-url", "http://b", "--build-url", "http://c"], "--build-url needs --publish"),
    (["--broker-url", "broker"], "--broker-url \"broker\": the address does not start with http"),
    (
      ["--broker-url", "http://b", "--broker-token", "a", "--broker-username", "b"],
      "--broker-token contradicts --broker-username and --broker-password"
    ),
    (["--broker-url", "http://b", "--broker-password", "b"], "needs --broker-username"),
    (["--broker-url", "http://b", "--broker-retries", "21"], "expected 0 to 20"),
  ])
  func `options that do not fit are 64`(options: [String], reason: String) async throws {
    let end = try await CommandLineTool.counterpart.run(
      ["verify", "--provider", "p", "--provider-url", "http://p"] + options,
      environment: BrokerVerification.environment())
    #expect(end.exitCode == 64)
    #expect(end.errors.contains(reason), "\(end.errors)")
  }
}
