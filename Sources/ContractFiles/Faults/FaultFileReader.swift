import ContractModel
import FaultModel
import JSONText

/// Reads fault scripts, as `schemas/fault-script.schema.json` describes them.
struct FaultFileReader {
  let context: FileContext

  func read(_ root: JSONValue) throws(Diagnostic) -> [FaultScript] {
    try known(root, ["$schema", "seed", "faults", "description"])
    let seed = try root["seed"].map { seed throws(Diagnostic) in
      UInt64(try context.integer(seed, "seed", in: 0...Int.max))
    }
    guard let faults = root["faults"] else { return [] }
    try context.require(faults, .array, "faults")
    var scripts: [FaultScript] = []
    for value in faults.elements {
      scripts.append(try script(value, number: scripts.count + 1, seed: seed))
    }
    return scripts
  }

  private func script(
    _ value: JSONValue, number: Int, seed: UInt64?
  ) throws(Diagnostic) -> FaultScript {
    try context.require(value, .object, "faults")
    try known(
      value, ["name", "description", "interaction", "method", "path", "steps", "repeat"])
    guard let list = value["steps"] else {
      throw context.error("the fault script has no 'steps'", at: value)
    }
    try context.require(list, .array, "steps")
    guard !list.isEmpty else { throw context.error("'steps' is empty", at: list) }
    var steps: [FaultStep] = []
    for step in list.elements { steps.append(try self.step(step)) }
    let target = try target(value)
    let name = try value["name"].map { name throws(Diagnostic) in
      try context.string(name, "name")
    }
    return FaultScript(
      name: name ?? "fault \(number)", target: target, steps: steps, rounds: try rounds(value),
      seed: seed)
  }

  private func rounds(_ value: JSONValue) throws(Diagnostic) -> Int? {
    guard let rounds = value["repeat"] else { return 1 }
    if rounds.string == "forever" { return nil }
    if rounds.kind == .string {
      throw context.error("expected a whole number or \"forever\" for 'repeat'", at: rounds)
    }
    return try context.integer(rounds, "repeat", in: 1...Int.max)
  }

  private func target(_ value: JSONValue) throws(Diagnostic) -> FaultScript.Target {
    switch (value["interaction"], value["path"]) {
    case (let interaction?, nil):
      guard value["method"] == nil else {
        throw context.error(
          "'method' goes with 'path'; the interaction names its own", at: value["method"] ?? value)
      }
      return .interaction(description: try context.string(interaction, "interaction"))
    case (nil, let path?):
      let method = try value["method"].map { method throws(Diagnostic) in
        try context.string(method, "method")
      }
      return .request(method: method, path: try context.string(path, "path"))
    case (_?, _?):
      throw context.error("expected 'interaction' or 'path', found both", at: value)
    case (nil, nil):
      throw context.error(
        "expected 'interaction' (a description) or 'path', so that the script has a target",
        at: value)
    }
  }

  private func step(_ value: JSONValue) throws(Diagnostic) -> FaultStep {
    try context.require(value, .object, "steps")
    guard let type = value["type"] else {
      throw context.error("the step has no 'type'", at: value)
    }
    let effect: FaultStep.Effect
    switch try context.string(type, "type") {
    case "as_contracted":
      try known(value, [])
      effect = .asContracted
    case "status":
      try known(value, ["status", "headers", "body"])
      effect = .status(try response(value))
    case "latency":
      try known(value, ["latency", "jitter"])
      effect = .latency(
        try milliseconds(value, "latency") ?? .zero,
        jitter: try milliseconds(value, "jitter") ?? .zero)
    case "reset_peer":
      try known(value, [])
      effect = .resetPeer
    case "empty_reply":
      try known(value, [])
      effect = .emptyReply
    case "cut_body":
      try known(value, ["bytes"])
      guard let bytes = value["bytes"] else {
        throw context.error("'cut_body' needs 'bytes', the number of bytes to send", at: value)
      }
      effect = .cutBody(bytes: try context.integer(bytes, "bytes", in: 0...Int.max))
    case let name:
      throw context.error(
        "the fault type '\(name)' is not known, expected status, latency, reset_peer, empty_reply,"
          + " cut_body or as_contracted", at: type)
    }
    let count = try value["repeat"].map { count throws(Diagnostic) in
      try context.integer(count, "repeat", in: 1...1_000_000)
    }
    return FaultStep(effect, repeat: count ?? 1, probability: try probability(value))
  }

  private func probability(_ value: JSONValue) throws(Diagnostic) -> Double {
    guard let probability = value["probability"] else { return 1 }
    guard let number = probability.double, (0...1).contains(number) else {
      throw context.error("expected a number from 0 to 1 for 'probability'", at: probability)
    }
    return number
  }

  private func milliseconds(_ value: JSONValue, _ name: String) throws(Diagnostic) -> Duration? {
    guard let member = value[name] else {
      guard name == "jitter" else {
        throw context.error("'\(name)' is missing, expected milliseconds", at: value)
      }
      return nil
    }
    return .milliseconds(try context.integer(member, name, in: 0...86_400_000))
  }

  private func response(_ value: JSONValue) throws(Diagnostic) -> FaultResponse {
    guard let status = value["status"] else {
      throw context.error("the step has no 'status'", at: value)
    }
    var response = FaultResponse(status: try context.integer(status, "status", in: 200...599))
    if let headers = value["headers"] {
      try context.require(headers, .object, "headers")
      for member in headers.members {
        let text = try context.string(member.value, member.name)
        guard HTTPText.isName(member.name), HTTPText.isValue(text) else {
          throw context.error("'\(member.name)' is no header that HTTP can carry", at: member.key)
        }
        response.headers.append(.init(member.name, text))
      }
    }
    if let body = value["body"] {
      let isText = body.kind == .string
      response.body = Array((body.string ?? body.text).utf8)
      if !response.headers.contains(where: { $0.name.lowercased() == "content-type" }) {
        response.headers.append(
          .init("Content-Type", isText ? "text/plain; charset=utf-8" : "application/json"))
      }
    }
    return response
  }

  /// Refuses members that mean nothing here: a misspelt one must not be ignored.
  private func known(_ value: JSONValue, _ names: [String]) throws(Diagnostic) {
    let isStep = value["type"] != nil
    for member in value.members
    where !names.contains(member.name)
      && !(isStep && ["type", "repeat", "probability"].contains(member.name))
    {
      throw context.error("'\(member.name)' is not known here", at: member.key)
    }
  }
}
