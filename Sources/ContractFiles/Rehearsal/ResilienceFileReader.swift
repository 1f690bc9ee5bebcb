import ContractModel
import FaultModel
import JSONText

/// Reads resilience contracts, as `schemas/resilience-contract.schema.json` describes them.
struct ResilienceFileReader {
  let context: FileContext

  func read(_ root: JSONValue) throws(Diagnostic) -> ResilienceFile {
    guard root.kind == .object else {
      throw context.error("expected an object, found \(root.kind.name)", at: root)
    }
    try known(
      root,
      ["$schema", "description", "client", "contracts", "faults", "seed", "operation", "expect"])
    guard let expected = root["expect"] else {
      throw context.error(
        "there is no 'expect', which says what is expected of the client", at: root)
    }
    var expectations = try self.expectations(expected)
    expectations.operationHeader = try operation(root["operation"])
    let (files, scripts) = try faults(root)
    let contracts = try strings(root["contracts"], "contracts")
    if contracts.isEmpty {
      throw context.error(
        "there is no contract in 'contracts', so that nothing can be played", at: root)
    }
    return ResilienceFile(
      client: try root["client"].map { client throws(Diagnostic) in
        try context.string(client, "client")
      } ?? "client", contracts: contracts, faultFiles: files, faults: scripts,
      seed: try root["seed"].map { seed throws(Diagnostic) in
        UInt64(try context.integer(seed, "seed", in: 0...Int.max))
      }, expectations: expectations)
  }

  private func expectations(_ value: JSONValue) throws(Diagnostic) -> ResilienceExpectations {
    try context.require(value, .object, "expect")
    var expected = ResilienceExpectations()
    for member in value.members {
      switch member.name {
      case "attempts": expected.attempts = try count(member.value)
      case "gaps": expected.gaps = try gaps(member.value)
      case "retry_after":
        expected.honoursRetryAfter = try boolean(member.value, "retry_after", true)
      case "idempotency_key":
        expected.idempotencyKey = try context.string(member.value, "idempotency_key")
      case "unsafe_retries":
        expected.forbidsUnsafeRetries = try !boolean(member.value, "unsafe_retries", false)
      case "circuit_breaker": expected.circuitBreaker = try breaker(member.value)
      case "total": expected.total = try duration(member.value, "total")
      case "connections":
        expected.connections = try context.integer(member.value, "connections", in: 1...Int.max)
      case "exit_code":
        expected.exitCode = try context.integer(member.value, "exit_code", in: 0...255)
      default:
        throw context.error(
          "the rule '\(member.name)' is not known, expected attempts, gaps, retry_after,"
            + " idempotency_key, unsafe_retries, circuit_breaker, total, connections or exit_code",
          at: member.key)
      }
    }
    if value.isEmpty { throw context.error("'expect' has no rule", at: value) }
    return expected
  }

  private func count(_ value: JSONValue) throws(Diagnostic) -> ResilienceExpectations.Count {
    try context.require(value, .object, "attempts")
    try known(value, ["least", "most"])
    let least = try value["least"].map { least throws(Diagnostic) in
      try context.integer(least, "least", in: 1...Int.max)
    }
    let most = try value["most"].map { most throws(Diagnostic) in
      try context.integer(most, "most", in: 1...Int.max)
    }
    try require(least != nil || most != nil, "least' or 'most", for: "attempts", at: value)
    if let least, let most, least > most {
      throw context.error("'least' is \(least), more than 'most', which is \(most)", at: value)
    }
    return .init(least: least, most: most)
  }

  private func gaps(_ value: JSONValue) throws(Diagnostic) -> ResilienceExpectations.Gaps {
    try context.require(value, .object, "gaps")
    try known(value, ["least", "most", "growing"])
    let least = try value["least"].map { least throws(Diagnostic) in
      try duration(least, "least")
    }
    let most = try value["most"].map { most throws(Diagnostic) in try duration(most, "most") }
    let isGrowing = try value["growing"].map { growing throws(Diagnostic) in
      try boolean(growing, "growing", true)
    }
    try require(
      least != nil || most != nil || isGrowing != nil, "least', 'most' or 'growing", for: "gaps",
      at: value)
    if let least, let most, least > most {
      throw context.error("'least' is longer than 'most'", at: value)
    }
    return .init(least: least, most: most, isGrowing: isGrowing ?? false)
  }

  private func breaker(
    _ value: JSONValue
  ) throws(Diagnostic) -> ResilienceExpectations.CircuitBreaker {
    try context.require(value, .object, "circuit_breaker")
    try known(value, ["failures", "open"])
    guard let failures = value["failures"], let open = value["open"] else {
      throw context.error("expected 'failures' and 'open' for 'circuit_breaker'", at: value)
    }
    return .init(
      failures: try context.integer(failures, "failures", in: 1...Int.max),
      open: try duration(open, "open"))
  }

  private func operation(_ value: JSONValue?) throws(Diagnostic) -> String? {
    guard let value else { return nil }
    try context.require(value, .object, "operation")
    try known(value, ["header"])
    guard let header = value["header"] else {
      throw context.error("expected 'header' for 'operation'", at: value)
    }
    return try context.string(header, "header")
  }

  /// The paths among the faults, and the scripts among them.
  private func faults(
    _ root: JSONValue
  ) throws(Diagnostic) -> (files: [String], scripts: [FaultScript]) {
    guard let list = root["faults"] else { return ([], []) }
    try context.require(list, .array, "faults")
    let reader = FaultFileReader(context: context)
    var files: [String] = []
    var scripts: [FaultScript] = []
    for value in list.elements {
      if let path = value.string {
        files.append(path)
      } else {
        scripts.append(try reader.script(value, number: scripts.count + 1, seed: nil))
      }
    }
    return (files, scripts)
  }

  private func strings(_ value: JSONValue?, _ what: String) throws(Diagnostic) -> [String] {
    guard let value else { return [] }
    try context.require(value, .array, what)
    var strings: [String] = []
    for element in value.elements { strings.append(try context.string(element, what)) }
    return strings
  }

  /// A length of time such as `"500ms"`.
  private func duration(_ value: JSONValue, _ what: String) throws(Diagnostic) -> Duration {
    guard let text = value.string, let duration = Duration(written: text) else {
      throw context.error(
        "expected a length of time such as \"500ms\" or \"2s\" for '\(what)', found"
          + " \(value.kind == .string ? value.text : value.kind.name)", at: value)
    }
    return duration
  }

  /// A boolean of which only one value asks for something.
  private func boolean(
    _ value: JSONValue, _ what: String, _ wanted: Bool
  ) throws(Diagnostic) -> Bool {
    guard value.boolean == wanted else {
      throw context.error(
        "expected \(wanted) for '\(what)'; leave it out where nothing is expected", at: value)
    }
    return wanted
  }

  private func require(
    _ holds: Bool, _ names: String, for what: String, at value: JSONValue
  ) throws(Diagnostic) {
    if !holds { throw context.error("expected '\(names)' for '\(what)'", at: value) }
  }

  /// Refuses members that mean nothing here: a misspelt one must not be ignored.
  private func known(_ value: JSONValue, _ names: [String]) throws(Diagnostic) {
    for member in value.members where !names.contains(member.name) {
      throw context.error("'\(member.name)' is not known here", at: member.key)
    }
  }
}
