import ContractModel
import JSONText

/// Turns an expression of the matching definition language into rules as the specification writes
/// them.
struct IntegrationExpressionReader {
  /// Where the body stands.
  let context: IntegrationContext
  /// The object that has the expression: its members are what references name.
  let object: JSONValue
  /// The expression, a string.
  let type: JSONValue

  /// Reads the expression.
  ///
  /// - Parameter isForElements: whether it is about the elements of a collection, so that it may
  ///   refer to a member of the object.
  /// - Throws: `Diagnostic` at the expression.
  func read(isForElements: Bool = false) throws(Diagnostic) -> IntegrationMatching {
    var parser = MatchingDefinitionParser(type.string ?? "")
    let definitions: [MatchingDefinition]
    do {
      definitions = try parser.run()
    } catch {
      throw context.error(error.description, at: type)
    }
    return try matching(definitions, isForElements: isForElements)
  }

  private func matching(
    _ definitions: [MatchingDefinition], isForElements: Bool = false
  ) throws(Diagnostic) -> IntegrationMatching {
    var matching = IntegrationMatching()
    for definition in definitions {
      matching.add(try self.matching(definition, isForElements: isForElements))
    }
    return matching
  }

  private func matching(
    _ definition: MatchingDefinition, isForElements: Bool
  ) throws(Diagnostic) -> IntegrationMatching {
    var matching = IntegrationMatching()
    switch definition {
    case .rule(let name, let configuration, let example):
      matching.rules = [rule(name, configuration, example)]
      matching.example = example.value
      matching.generator = generator(name, configuration, example)
    case .atLeast(let size):
      matching.least = size
      matching.rules = [type("min", size)]
    case .atMost(let size):
      matching.rules = [type("max", size)]
    case .eachKey(let definitions):
      let each = try self.matching(definitions)
      matching.key = each.example.map { $0.string ?? $0.text }
      matching.rules = [
        context.rule(
          .eachKey, each.rules, example: each.example, generator: each.generator, at: type)
      ]
    case .eachValue(let definitions):
      let each = try self.matching(definitions, isForElements: true)
      matching.isForEveryMember = true
      matching.element = each.sample(context, at: type)
      matching.references = each.references
      matching.rules = [
        context.rule(
          .eachValue, each.rules, example: each.example, generator: each.generator, at: type)
      ]
    case .reference(let name):
      matching.references = [try member(named: name, isForElements: isForElements)]
      matching.rules = [context.make(at: type) { $0.object { $0.member("match", "type") } }]
    }
    return matching
  }

  private func member(
    named name: String, isForElements: Bool
  ) throws(Diagnostic) -> JSONValue {
    guard isForElements else {
      throw context.error(
        "the reference $'\(name)' stands outside of eachValue(…), where nothing can be like it in"
          + " '\(type.string ?? "")'", at: type)
    }
    let isParameter = name.hasPrefix("pact:") || name == "rules" || name == "variants"
    guard !isParameter, let member = object[name] else {
      throw context.error(
        "the reference $'\(name)' names no member of this object in '\(type.string ?? "")'",
        at: type)
    }
    return member
  }

  private func rule(
    _ name: MatcherName, _ configuration: String?, _ example: MatchingDefinition.Example
  ) -> JSONValue {
    context.make(at: type) { writer in
      writer.object { writer in
        writer.member("match", name.rawValue)
        switch name {
        case .regex: writer.member("regex", configuration ?? "")
        case .date, .time, .datetime: writer.member("format", configuration ?? "")
        case .contentType: writer.member("value", configuration ?? "")
        case .include: writer.member("value", example.value)
        default: break
        }
      }
    }
  }

  private func type(_ bound: String, _ size: Int) -> JSONValue {
    context.make(at: type) { writer in
      writer.object { writer in
        writer.member("match", "type")
        writer.member(bound, size)
      }
    }
  }

  /// Dates and times of expressions are made anew, as the FFI does; a state of the provider comes
  /// first.
  private func generator(
    _ name: MatcherName, _ configuration: String?, _ example: MatchingDefinition.Example
  ) -> JSONValue? {
    if let expression = example.stateExpression {
      return context.make(at: type) { writer in
        writer.object { writer in
          writer.member("type", GeneratorName.providerState.rawValue)
          writer.member("expression", expression)
          writer.member("dataType", dataType(of: example.value))
        }
      }
    }
    let generator: GeneratorName
    switch name {
    case .date: generator = .date
    case .time: generator = .time
    case .datetime: generator = .dateTime
    default: return nil
    }
    return context.make(at: type) { writer in
      writer.object { writer in
        writer.member("type", generator.rawValue)
        writer.member("format", configuration ?? "")
      }
    }
  }

  private func dataType(of value: JSONValue) -> String {
    switch value.kind {
    case .number: value.isInteger ? "INTEGER" : "DECIMAL"
    case .boolean: "BOOLEAN"
    default: "STRING"
    }
  }
}

extension IntegrationContext {
  /// The rule `eachKey` or `eachValue` with its rules.
  func rule(
    _ name: MatcherName, _ rules: [JSONValue], example: JSONValue?, generator: JSONValue?,
    at value: JSONValue
  ) -> JSONValue {
    make(at: value) { writer in
      writer.object { writer in
        writer.member("match", name.rawValue)
        writer.key("rules")
        writer.array { writer in for rule in rules { writer.value(rule) } }
        if let example { writer.member("value", example) }
        if let generator { writer.member("generator", generator) }
      }
    }
  }
}
