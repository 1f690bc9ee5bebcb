import JSONText

/// One walk over a value.
struct SchemaEvaluation {
  /// What was found, by the nodes of value and schema.
  private var found: [Finding] = []
  private let program: SchemaProgram
  private var isCollecting: Bool
  private var depth = 0
  private var isAborted = false
  /// The resources that led here, the outermost first.
  private var scope: [Int] = []

  /// The members and elements that were looked at; `nil` when nobody asks.
  typealias Evaluated = Set<UInt32>?

  /// How many levels of value and schema may lie in each other.
  static let depthLimit = 500

  private struct Finding {
    var value: JSONValue
    var keyword: String
    var source: JSONValue
    var message: String
  }

  /// Creates a walk.
  ///
  /// - Parameters:
  ///   - program: the compiled schemas.
  ///   - isCollecting: whether to go on after a violation and keep all of them.
  init(_ program: SchemaProgram, isCollecting: Bool) {
    self.program = program
    self.isCollecting = isCollecting
  }

  /// Checks a value against the root.
  mutating func run(_ value: JSONValue) -> Bool {
    var evaluated: Evaluated = nil
    return check(0, value, &evaluated) && !isAborted
  }

  /// The violations with their paths, in the order of the value.
  func violations(in root: JSONValue) -> [SchemaViolation] {
    let paths = JSONPointer.locate(Set(found.map(\.value.node)), in: root)
    var sources: [ObjectIdentifier: (root: JSONValue, nodes: Set<UInt32>)] = [:]
    for finding in found {
      let document = finding.source.document
      sources[ObjectIdentifier(document), default: (document.root, [])].nodes
        .insert(finding.source.node)
    }
    let pointers = sources.mapValues { JSONPointer.locate($0.nodes, in: $0.root) }
    let order = found.enumerated().sorted {
      ($0.element.value.node, $0.offset) < ($1.element.value.node, $1.offset)
    }
    return order.map { _, finding in
      let document = ObjectIdentifier(finding.source.document)
      return SchemaViolation(
        instancePath: paths[finding.value.node] ?? "",
        schemaPath: pointers[document]?[finding.source.node] ?? "",
        schemaURI: program.uris[document], keyword: finding.keyword, message: finding.message)
    }
  }

  // MARK: One node

  /// Checks a value against one schema.
  ///
  /// - Parameters:
  ///   - id: the schema.
  ///   - value: the value.
  ///   - evaluated: takes up what was looked at, if the value is valid.
  private mutating func check(_ id: Int, _ value: JSONValue, _ evaluated: inout Evaluated) -> Bool {
    if isAborted { return false }
    let node = program.nodes[id]
    if depth >= Self.depthLimit, !node.keywords.isEmpty { return abort(value, node) }
    depth += 1
    let isNewScope = scope.last != node.resource
    if isNewScope { scope.append(node.resource) }
    defer {
      depth -= 1
      if isNewScope { scope.removeLast() }
    }
    var own: Evaluated = node.tracks || evaluated != nil ? [] : nil
    var isValid = true
    for keyword in node.keywords where !apply(keyword, value, &own) {
      isValid = false
      if !isCollecting || isAborted { return false }
    }
    if isValid, evaluated != nil, let own { evaluated?.formUnion(own) }
    return isValid
  }

  private mutating func abort(_ value: JSONValue, _ node: SchemaNode) -> Bool {
    isAborted = true
    guard let source = node.keywords.first?.source else { return false }
    let message = "The value and its schema are nested more than \(Self.depthLimit) levels deep."
    found.append(Finding(value: value, keyword: "depth", source: source, message: message))
    return false
  }

  private mutating func fail(
    _ keyword: SchemaKeyword, _ value: JSONValue, _ message: @autoclosure () -> String
  ) -> Bool {
    if isCollecting, !isAborted {
      found.append(
        Finding(
          value: value, keyword: keyword.name, source: keyword.source, message: message()))
    }
    return false
  }

  /// Checks without keeping violations: a branch may fail.
  private mutating func test(_ id: Int, _ value: JSONValue, _ evaluated: inout Evaluated) -> Bool {
    let wasCollecting = isCollecting
    isCollecting = false
    defer { isCollecting = wasCollecting }
    return check(id, value, &evaluated)
  }

  // MARK: Keywords

  private mutating func apply(
    _ keyword: SchemaKeyword, _ value: JSONValue, _ evaluated: inout Evaluated
  ) -> Bool {
    switch keyword.check {
    case .reference(let id): return check(id, value, &evaluated)
    case .dynamicReference(let name, let fallback):
      let targets = program.dynamicTargets[name] ?? [:]
      let outermost = scope.first { targets[$0] != nil }
      return check(outermost.flatMap { targets[$0] } ?? fallback, value, &evaluated)
    case .allOf, .anyOf, .oneOf, .not, .conditional, .dependentSchemas:
      return applyInPlace(keyword, value, &evaluated)
    case .members, .propertyNames, .unevaluatedProperties:
      return value.kind != .object || applyToMembers(keyword, value, &evaluated)
    case .items, .contains, .unevaluatedItems:
      return value.kind != .array || applyToElements(keyword, value, &evaluated)
    default:
      guard let message = SchemaAssertion.violation(of: keyword.check, by: value) else {
        return true
      }
      return fail(keyword, value, message)
    }
  }

  private mutating func applyInPlace(
    _ keyword: SchemaKeyword, _ value: JSONValue, _ evaluated: inout Evaluated
  ) -> Bool {
    switch keyword.check {
    case .allOf(let ids):
      var isValid = true
      for id in ids where !check(id, value, &evaluated) {
        isValid = false
        if !isCollecting { return false }
      }
      return isValid
    case .anyOf(let ids):
      var isValid = false
      for id in ids where test(id, value, &evaluated) {
        isValid = true
        if evaluated == nil { return true }  // what later branches look at is not asked for
      }
      return isValid || fail(keyword, value, "None of the \(ids.count) schemas allows the value.")
    case .oneOf(let ids):
      var matches = 0
      for id in ids where test(id, value, &evaluated) { matches += 1 }
      if matches == 1 { return true }
      let many = "\(matches) of the \(ids.count) schemas allow the value instead of one."
      let none = "None of the \(ids.count) schemas allows the value."
      return fail(keyword, value, matches == 0 ? none : many)
    case .not(let id):
      var ignored: Evaluated = nil
      return !test(id, value, &ignored) || fail(keyword, value, "The value must not be allowed.")
    case .conditional(let condition, let then, let otherwise):
      let branch = test(condition, value, &evaluated) ? then : otherwise
      return branch.map { check($0, value, &evaluated) } ?? true
    case .dependentSchemas(let schemas):
      guard value.kind == .object else { return true }
      let names = Set(value.members.map(\.name))
      var isValid = true
      for (name, id) in schemas where names.contains(name) && !check(id, value, &evaluated) {
        isValid = false
        if !isCollecting { return false }
      }
      return isValid
    default: return true
    }
  }

  private mutating func checkChild(
    _ id: Int, _ child: JSONValue, _ evaluated: inout Evaluated
  ) -> Bool {
    var own: Evaluated = nil
    evaluated?.insert(child.node)
    return check(id, child, &own)
  }

  private mutating func applyToMembers(
    _ keyword: SchemaKeyword, _ value: JSONValue, _ evaluated: inout Evaluated
  ) -> Bool {
    var isValid = true
    for member in value.members {
      switch keyword.check {
      case .members(let rules):
        if !apply(rules, member, &evaluated) { isValid = false }
      case .propertyNames(let id):
        var own: Evaluated = nil
        if !test(id, member.key, &own) {
          isValid = fail(keyword, member.value, "The name '\(member.name)' is not allowed.")
        }
      case .unevaluatedProperties(let id):
        if evaluated?.contains(member.value.node) != true,
          !checkChild(id, member.value, &evaluated)
        {
          isValid = false
        }
      default: break
      }
      if !isValid, !isCollecting || isAborted { return false }
    }
    return isValid
  }

  private mutating func apply(
    _ rules: MemberRules, _ member: JSONMember, _ evaluated: inout Evaluated
  ) -> Bool {
    let name = member.name
    var isValid = true
    var isKnown = false
    if let id = rules.properties[name] {
      isKnown = true
      isValid = checkChild(id, member.value, &evaluated)
    }
    for (pattern, id) in rules.patterns where pattern.matches(name) {
      isKnown = true
      if !checkChild(id, member.value, &evaluated) { isValid = false }
    }
    if !isKnown, let id = rules.additional {
      isValid = checkChild(id, member.value, &evaluated)
    }
    return isValid
  }

  private mutating func applyToElements(
    _ keyword: SchemaKeyword, _ value: JSONValue, _ evaluated: inout Evaluated
  ) -> Bool {
    var isValid = true
    var matches = 0
    for (index, element) in value.elements.enumerated() {
      switch keyword.check {
      case .items(let prefix, let rest):
        let id = index < prefix.count ? prefix[index] : rest
        if let id, !checkChild(id, element, &evaluated) { isValid = false }
      case .contains(let id, _, _, let evaluates):
        var own: Evaluated = nil
        if test(id, element, &own) {
          matches += 1
          if evaluates { evaluated?.insert(element.node) }
        }
      case .unevaluatedItems(let id):
        if evaluated?.contains(element.node) != true, !checkChild(id, element, &evaluated) {
          isValid = false
        }
      default: break
      }
      if !isValid, !isCollecting || isAborted { return false }
    }
    guard case .contains(_, let minimum, let maximum, _) = keyword.check else { return isValid }
    if matches < minimum {
      return fail(
        keyword, value, "\(matches) elements match, at least \(minimum) must.")
    }
    return matches <= maximum
      || fail(keyword, value, "\(matches) elements match, at most \(maximum) may.")
  }
}
