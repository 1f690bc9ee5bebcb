import JSONText

/// One walk over a value.
struct SchemaEvaluation {
  /// What was found, by the nodes of value and schema.
  private var found: [Finding] = []
  let program: SchemaProgram
  private(set) var isCollecting: Bool
  private var depth = 0
  private var steps = 0
  private let stepLimit: Int
  private(set) var isAborted = false
  /// The resources that led here, the outermost first.
  private(set) var scope: [Int] = []

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
  ///   - stepLimit: how many steps the walk may take.
  init(_ program: SchemaProgram, isCollecting: Bool, stepLimit: Int) {
    self.program = program
    self.stepLimit = stepLimit
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
  mutating func check(_ id: Int, _ value: JSONValue, _ evaluated: inout Evaluated) -> Bool {
    if isAborted { return false }
    let node = program.nodes[id]
    if depth >= Self.depthLimit, !node.keywords.isEmpty {
      let levels = "nested more than \(Self.depthLimit) levels deep"
      return abort("depth", "The value and its schema are \(levels).", value, node)
    }
    steps += 1
    if steps > stepLimit, !node.keywords.isEmpty {
      let message = "To check the value takes more than \(stepLimit) steps."
      return abort("steps", message, value, node)
    }
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

  /// Counts work beyond the visit of a schema.
  mutating func spend(_ count: Int) { steps += count }

  private mutating func abort(
    _ keyword: String, _ message: String, _ value: JSONValue, _ node: SchemaNode
  ) -> Bool {
    isAborted = true
    guard let source = node.keywords.first?.source else { return false }
    found.append(Finding(value: value, keyword: keyword, source: source, message: message))
    return false
  }

  /// Notes a violation.
  mutating func fail(
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
  mutating func test(_ id: Int, _ value: JSONValue, _ evaluated: inout Evaluated) -> Bool {
    let wasCollecting = isCollecting
    isCollecting = false
    defer { isCollecting = wasCollecting }
    return check(id, value, &evaluated)
  }
}
