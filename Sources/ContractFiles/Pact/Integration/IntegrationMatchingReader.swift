import ContractModel
import JSONText

/// Reads the rules and the generator of one object of integration JSON.
struct IntegrationMatchingReader {
  /// Where the body stands.
  let context: IntegrationContext
  /// The object: its members are the parameters, and what references name.
  let object: JSONValue
  /// How deep objects and lists of rules lie in each other here.
  var depth = 0

  /// How deep rules may lie in each other, e.g. `eachValue` in `eachValue`.
  static let depthLimit = 16
  /// How many rules a list may have.
  static let countLimit = 64

  /// Reads the object.
  ///
  /// - Throws: `Diagnostic` at the name that is not known, the parameter that is wrong, or the
  ///   object that lacks one.
  func read() throws(Diagnostic) -> IntegrationMatching {
    guard depth <= Self.depthLimit else {
      throw context.error(
        "matching rules nested deeper than \(Self.depthLimit) levels", at: object)
    }
    var matching = IntegrationMatching()
    if let type = object[IntegrationMarker.matcher] { matching = try rules(type) }
    if let type = object[IntegrationMarker.generator] {
      matching.generator = try generator(type)
    }
    return matching
  }

  /// One name or expression, or a list of names, expressions and objects, all of which hold.
  private func rules(_ type: JSONValue) throws(Diagnostic) -> IntegrationMatching {
    if type.kind == .string { return try rule(type, isAlone: true) }
    guard type.kind == .array else {
      throw context.error(
        "expected a name, an expression or an array for '\(IntegrationMarker.matcher)', found"
          + " \(type.kind.name)", at: type)
    }
    try checkCount(of: type)
    var matching = IntegrationMatching()
    for element in type.elements {
      if element.kind == .string {
        matching.add(try rule(element))
      } else {
        matching.add(try nested(element))
      }
    }
    return matching
  }

  /// Refuses a list that is longer than any that says something.
  func checkCount(of list: JSONValue) throws(Diagnostic) {
    if list.count > Self.countLimit {
      throw context.error("more than \(Self.countLimit) matching rules in a list", at: list)
    }
  }

  /// An object of a list: it has rules and parameters of its own.
  func nested(_ object: JSONValue) throws(Diagnostic) -> IntegrationMatching {
    guard object.kind == .object, let type = object[IntegrationMarker.matcher] else {
      throw context.error(
        "expected the name of a matching rule, or an object with '\(IntegrationMarker.matcher)'",
        at: object)
    }
    let reader = IntegrationMatchingReader(context: context, object: object, depth: depth + 1)
    var matching = try reader.read()
    let name = type.string.flatMap { MatcherName(spelled: $0) }
    if name != .eachKey, name != .eachValue, let value = object["value"] {
      matching.example = value
    }
    return matching
  }

  /// One name or expression.
  ///
  /// - Parameter isAlone: whether the object has no other one, so that its rules or variants belong
  ///   to it.
  func rule(_ type: JSONValue, isAlone: Bool = false) throws(Diagnostic) -> IntegrationMatching {
    let text = type.string ?? ""
    if MatchingDefinitionParser.isExpression(text) {
      return try IntegrationExpressionReader(context: context, object: object, type: type).read()
    }
    guard let name = MatcherName(spelled: text) else {
      throw context.error(
        "the matching rule '\(text)' is not known, expected one of \(MatcherName.list), or an"
          + " expression such as \"matching(type, 'x')\"", at: type)
    }
    var matching = IntegrationMatching()
    matching.isForEveryMember = name.isForEveryMember
    if !isAlone, [.arrayContains, .eachKey, .eachValue].contains(name) {
      throw context.error(
        "in a list '\(text)' needs an object of its own: {\"\(IntegrationMarker.matcher)\":"
          + " \"\(text)\", …}", at: type)
    }
    switch name {
    case .type: try addType(text, to: &matching)
    case .arrayContains: try addVariants(to: &matching)
    case .eachKey, .eachValue: try addEach(name, to: &matching)
    default:
      let parameter = try parameter(of: name, spelled: text)
      matching.rules = [
        context.make(at: object) { writer in
          writer.object { writer in
            writer.member("match", name.rawValue)
            if let (name, value) = parameter { writer.member(name, value) }
          }
        }
      ]
    }
    return matching
  }

  /// The one parameter that most rules have at most.
  private func parameter(
    of name: MatcherName, spelled text: String
  ) throws(Diagnostic) -> (String, JSONValue)? {
    switch name {
    case .regex:
      guard let regex = try context.string("regex", of: object) else { throw lacks("regex", text) }
      return ("regex", .string(regex))
    case .include, .contentType:
      guard let value = object["value"] else { throw lacks("value", text) }
      return ("value", .string(value.string ?? value.text))
    case .date, .time, .datetime:
      // pact-jvm names the format after the rule.
      let name = object["format"] == nil ? text : "format"
      return try context.string(name, of: object).map { ("format", .string($0)) }
    case .statusCode:
      guard let status = object["status"], !status.isNull else { return nil }
      guard status.kind == .string || status.kind == .array else {
        throw context.error("expected a string or an array for 'status'", at: status)
      }
      return ("status", status)
    default: return nil
    }
  }

  private func lacks(_ parameter: String, _ name: String) -> Diagnostic {
    context.error("the matching rule '\(name)' needs a string '\(parameter)'", at: object)
  }

  private func addType(_ text: String, to matching: inout IntegrationMatching) throws(Diagnostic) {
    let least = try context.size("min", of: object)
    let greatest = try context.size("max", of: object)
    for size in MatcherName.sizes(promisedBy: text) where object[size] == nil {
      throw context.error("the matching rule '\(text)' needs a number '\(size)'", at: object)
    }
    matching.least = least ?? 0
    matching.rules = [
      context.make(at: object) { writer in
        writer.object { writer in
          writer.member("match", "type")
          if let least { writer.member("min", least) }
          if let greatest { writer.member("max", greatest) }
        }
      }
    ]
  }
}
