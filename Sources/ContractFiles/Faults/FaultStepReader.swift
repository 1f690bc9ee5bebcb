import ContractModel
import FaultModel
import JSONText

/// Reads one step of a fault script: what its kind is told, and when it strikes.
struct FaultStepReader {
  let context: FileContext

  /// What every step may say beside the members of its kind.
  private static let common = ["type", "repeat", "probability", "exactly", "effect"]

  func read(_ value: JSONValue) throws(Diagnostic) -> FaultStep {
    try context.require(value, .object, "steps")
    guard let type = value["type"] else {
      throw context.error("the step has no 'type'", at: value)
    }
    let effect = try fault(try context.string(type, "type"), at: type, of: value)
    var step = FaultStep(effect, repeat: try count(value), probability: try probability(value))
    step.moment = try moment(value, of: effect)
    step.exactly = try exactly(value, of: step.repeat)
    return step
  }

  /// Reads a step of a script for connections over TLS.
  func readConnection(_ value: JSONValue) throws(Diagnostic) -> FaultStep {
    try context.require(value, .object, "steps")
    guard let type = value["type"] else {
      throw context.error("the step has no 'type'", at: value)
    }
    let name = try context.string(type, "type")
    let fault: TLSFault
    do throws(FaultError) {
      fault = try TLSFault(text: name)
    } catch {
      throw context.error(error.description, at: type)
    }
    let known = ["type", "repeat", "probability", "exactly"]
    for member in value.members where !known.contains(member.name) {
      throw context.error("'\(member.name)' is not known here", at: member.key)
    }
    var step = FaultStep(
      tls: fault, repeat: try count(value), probability: try probability(value))
    step.exactly = try exactly(value, of: step.repeat)
    return step
  }

  private func count(_ step: JSONValue) throws(Diagnostic) -> Int {
    try step["repeat"].map { count throws(Diagnostic) in
      try context.integer(count, "repeat", in: 1...1_000_000)
    } ?? 1
  }

  private func exactly(
    _ step: JSONValue, of count: Int
  ) throws(Diagnostic) -> Int? {
    guard let exactly = step["exactly"] else { return nil }
    guard step["probability"] == nil else {
      throw context.error("expected 'exactly' or 'probability', found both", at: exactly)
    }
    guard count <= 10_000 else {
      throw context.error("'exactly' goes with a 'repeat' of at most 10000", at: exactly)
    }
    return try context.integer(exactly, "exactly", in: 0...count)
  }

  private func moment(
    _ step: JSONValue, of fault: HTTPFault
  ) throws(Diagnostic) -> FaultMoment? {
    guard let value = step["effect"] else { return nil }
    guard let moment = FaultMoment(rawValue: try context.string(value, "effect")) else {
      throw context.error("expected before or after for 'effect'", at: value)
    }
    if moment == .before, fault.needsAnswer {
      throw context.error(
        "'\(fault.type)' befalls an answer, which there is only after the effect", at: value)
    }
    return moment
  }

  private func fault(
    _ type: String, at place: JSONValue, of step: JSONValue
  ) throws(Diagnostic) -> HTTPFault {
    let kind: any HTTPFaultKind.Type
    do throws(FaultError) {
      kind = try HTTPFaultTable.kind(type)
    } catch {
      if (try? TLSFaultTable.kind(type)) != nil {
        throw context.error(
          "'\(type)' befalls connections, not requests: the target of its script is"
            + " \"connections\": \"tls\"", at: place)
      }
      throw context.error(error.description, at: place)
    }
    var values: [String: FaultValue] = [:]
    for member in step.members where !Self.common.contains(member.name) {
      guard let known = kind.members.first(where: { $0.name == member.name }) else {
        throw context.error("'\(member.name)' is not known here", at: member.key)
      }
      values[member.name] = try value(member.value, known)
    }
    do throws(FaultError) {
      return try HTTPFault(type: type, members: FaultMembers(values))
    } catch {
      throw context.error(error.description, at: step)
    }
  }

  private func value(
    _ value: JSONValue, _ member: FaultMember
  ) throws(Diagnostic) -> FaultValue {
    switch member.kind {
    case .whole(let range):
      if member.canRamp, value.kind == .object { return .number(try ramp(value, member.name)) }
      let number = try context.integer(value, member.name, in: range)
      return .number(FaultRamp(Double(number)))
    case .number:
      if member.canRamp, value.kind == .object { return .number(try ramp(value, member.name)) }
      return .number(FaultRamp(try number(value, member.name)))
    case .choice, .text: return .text(try context.string(value, member.name))
    case .fields: return .fields(try fields(value, member.name))
    case .body:
      let isText = value.kind == .string
      return .body(
        Array((value.string ?? value.text).utf8),
        contentType: isText ? "text/plain; charset=utf-8" : "application/json")
    }
  }

  private func probability(_ step: JSONValue) throws(Diagnostic) -> FaultRamp {
    guard let value = step["probability"] else { return 1 }
    let ramp =
      value.kind == .object
      ? try ramp(value, "probability") : value.double.map { FaultRamp($0) } ?? -1
    guard (0...1).contains(ramp.from), (0...1).contains(ramp.to) else {
      throw context.error("expected a number from 0 to 1 for 'probability'", at: value)
    }
    return ramp
  }

  /// A number that changes: `{"from": 0, "to": 100}`.
  private func ramp(_ value: JSONValue, _ name: String) throws(Diagnostic) -> FaultRamp {
    for member in value.members where !["from", "to"].contains(member.name) {
      throw context.error("'\(member.name)' is not known here", at: member.key)
    }
    guard let from = value["from"], let to = value["to"] else {
      throw context.error("expected a number or 'from' and 'to' for '\(name)'", at: value)
    }
    return FaultRamp(from: try number(from, "from"), to: try number(to, "to"))
  }

  private func number(_ value: JSONValue, _ name: String) throws(Diagnostic) -> Double {
    guard let number = value.double else {
      throw context.error(
        "expected a number for '\(name)', found \(value.kind.name)", at: value)
    }
    return number
  }

  private func fields(
    _ value: JSONValue, _ name: String
  ) throws(Diagnostic) -> [FaultResponse.Header] {
    try context.require(value, .object, name)
    var fields: [FaultResponse.Header] = []
    for member in value.members {
      let text = try context.string(member.value, member.name)
      guard HTTPText.isName(member.name), HTTPText.isValue(text) else {
        throw context.error("'\(member.name)' is no header that HTTP can carry", at: member.key)
      }
      fields.append(.init(member.name, text))
    }
    return fields
  }
}
