import ContractModel
import FaultModel
import JSONText

/// Reads fault scripts, as `schemas/fault-script.schema.json` describes them.
struct FaultFileReader {
  let context: FileContext

  func read(_ root: JSONValue) throws(Diagnostic) -> [FaultScript] {
    try known(root, ["$schema", "seed", "faults", "description"])
    let seed = try seed(root)
    guard let faults = root["faults"] else { return [] }
    try context.require(faults, .array, "faults")
    var scripts: [FaultScript] = []
    for value in faults.elements {
      scripts.append(try script(value, number: scripts.count + 1, seed: seed))
    }
    return scripts
  }

  private func seed(_ value: JSONValue) throws(Diagnostic) -> UInt64? {
    try value["seed"].map { seed throws(Diagnostic) in
      UInt64(try context.integer(seed, "seed", in: 0...Int.max))
    }
  }

  func script(
    _ value: JSONValue, number: Int, seed: UInt64?
  ) throws(Diagnostic) -> FaultScript {
    try context.require(value, .object, "faults")
    try known(
      value,
      [
        "name", "description", "interaction", "method", "path", "connections", "steps", "repeat",
        "seed", "window",
      ])
    guard let list = value["steps"] else {
      throw context.error("the fault script has no 'steps'", at: value)
    }
    try context.require(list, .array, "steps")
    guard !list.isEmpty else { throw context.error("'steps' is empty", at: list) }
    var steps: [FaultStep] = []
    let reader = FaultStepReader(context: context)
    let target = try target(value)
    for step in list.elements {
      steps.append(
        target == .connections ? try reader.readConnection(step) : try reader.read(step))
    }
    let name = try value["name"].map { name throws(Diagnostic) in
      try context.string(name, "name")
    }
    return FaultScript(
      name: name ?? "fault \(number)", target: target, steps: steps, rounds: try rounds(value),
      seed: try self.seed(value) ?? seed, window: try window(value))
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
    if let connections = value["connections"] { return try self.connections(connections, value) }
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
        "expected 'interaction' (a description), 'path' or 'connections', so that the script has a"
          + " target",
        at: value)
    }
  }

  private func connections(
    _ kind: JSONValue, _ script: JSONValue
  ) throws(Diagnostic) -> FaultScript.Target {
    if let other = ["interaction", "path", "method"].first(where: { script[$0] != nil }) {
      throw context.error(
        "expected 'connections' or '\(other)', found both: no request is known when a connection"
          + " begins", at: script[other] ?? script)
    }
    guard try context.string(kind, "connections") == "tls" else {
      throw context.error("expected \"tls\" for 'connections'", at: kind)
    }
    return .connections
  }

  private func window(_ value: JSONValue) throws(Diagnostic) -> FaultWindow? {
    guard let window = value["window"] else { return nil }
    try context.require(window, .object, "window")
    try known(window, ["from", "to"])
    let limits = 0...86_400_000
    let from = try window["from"].map { from throws(Diagnostic) in
      try context.integer(from, "from", in: limits)
    }
    let to = try window["to"].map { to throws(Diagnostic) in
      try context.integer(to, "to", in: limits)
    }
    guard from != nil || to != nil else {
      throw context.error("expected 'from' or 'to', in milliseconds, for 'window'", at: window)
    }
    if let to, to <= from ?? 0 {
      throw context.error("the window ends before it begins", at: window)
    }
    return FaultWindow(
      from: .milliseconds(from ?? 0), to: to.map { .milliseconds($0) })
  }

  /// Refuses members that mean nothing here: a misspelt one must not be ignored.
  private func known(_ value: JSONValue, _ names: [String]) throws(Diagnostic) {
    for member in value.members where !names.contains(member.name) {
      throw context.error("'\(member.name)' is not known here", at: member.key)
    }
  }
}
