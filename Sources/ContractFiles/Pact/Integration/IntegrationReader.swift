import ContractModel
import JSONText

/// Takes the integration JSON out of a body: what is left is the plain example, with the rules and
/// generators beside it.
struct IntegrationReader {
  /// How deep a body with integration JSON may be nested.
  static let depthLimit = 128
  /// How deep variants of `arrayContains` may lie in each other.
  static let variantDepthLimit = 16

  private let context: IntegrationContext
  private let variantDepth: Int
  private var body = IntegrationBody(example: .null)
  private var path: [PathExpression.Token] = []

  /// Whether an object of integration JSON was seen.
  private(set) var isFound = false

  /// How the content of a value is looked at.
  private struct Surroundings {
    /// Whether a rule stands at the value: the elements of an array are alike then.
    var isMatched = false
    /// Whether the members of an object are alike.
    var isForEveryMember = false
    /// How many elements an array has that has one element as example.
    var least = 1
  }

  /// Creates a reader of one body, or of one variant of a list.
  init(context: IntegrationContext, variantDepth: Int = 0) {
    self.context = context
    self.variantDepth = variantDepth
  }

  /// Reads a body.
  ///
  /// - Throws: `Diagnostic` at what is not known or wrong.
  mutating func read(_ value: JSONValue) throws(Diagnostic) -> IntegrationBody {
    guard variantDepth <= Self.variantDepthLimit else {
      throw context.error(
        "variants nested deeper than \(Self.variantDepthLimit) levels", at: value)
    }
    var writer = JSONWriter(style: .compact)
    try self.value(value, Surroundings(), 0, to: &writer)
    body.example = context.parse(writer, at: value)
    return body
  }

  private mutating func value(
    _ value: JSONValue, _ surroundings: Surroundings, _ depth: Int, to writer: inout JSONWriter
  ) throws(Diagnostic) {
    guard depth < Self.depthLimit else {
      throw context.error(
        "a body with '\(IntegrationMarker.matcher)' nested deeper than \(Self.depthLimit) levels",
        at: value)
    }
    switch value.kind {
    case .object where IntegrationMarker.marks(value):
      try matched(value, depth, to: &writer)
    case .object:
      try members(value, surroundings, depth, to: &writer)
    case .array:
      try elements(value, surroundings, depth, to: &writer)
    default:
      writer.value(value)
    }
  }

  private mutating func members(
    _ object: JSONValue, _ surroundings: Surroundings, _ depth: Int, to writer: inout JSONWriter,
    leavingOut isLeftOut: (String) -> Bool = { _ in false }
  ) throws(Diagnostic) {
    try writer.object { writer throws(Diagnostic) in
      for member in object.members {
        let name = member.name
        if isLeftOut(name) { continue }
        writer.key(name)
        path.append(surroundings.isForEveryMember ? .anyMember : .key(name))
        try value(member.value, Surroundings(), depth + 1, to: &writer)
        path.removeLast()
      }
    }
  }

  private mutating func elements(
    _ array: JSONValue, _ surroundings: Surroundings, _ depth: Int, to writer: inout JSONWriter
  ) throws(Diagnostic) {
    let repeats = surroundings.least > 1 && array.count == 1
    try writer.array { writer throws(Diagnostic) in
      for (index, element) in array.elements.enumerated() {
        path.append(surroundings.isMatched ? .anyElement : .index(index))
        try self.element(element, repeats ? surroundings.least : 1, depth + 1, to: &writer)
        path.removeLast()
      }
    }
  }

  /// An element, as often as is asked for.
  private mutating func element(
    _ element: JSONValue, _ count: Int, _ depth: Int, to writer: inout JSONWriter
  ) throws(Diagnostic) {
    guard count > 1 else {
      try value(element, Surroundings(), depth, to: &writer)
      return
    }
    var single = JSONWriter(style: .compact)
    try value(element, Surroundings(), depth, to: &single)
    guard context.budget.pays(for: count, of: single.bytes.count) else {
      throw context.error(
        "an example with \(count) elements has more than \(RepetitionBudget.limit >> 20) MB; give a"
          + " smaller 'min' or 'examples'", at: element)
    }
    let example = context.parse(single, at: element)
    for _ in 0..<count { writer.value(example) }
  }

  /// A value with rules or a generator.
  private mutating func matched(
    _ object: JSONValue, _ depth: Int, to writer: inout JSONWriter
  ) throws(Diagnostic) {
    isFound = true
    let reader = IntegrationMatchingReader(
      context: context, object: object, depth: variantDepth)
    let matching = try reader.read()
    let selector = try selector(at: object)
    body.add(matching.rules, at: selector)
    if let generator = matching.generator { body.add(generator: generator, at: selector) }
    let surroundings = Surroundings(
      isMatched: true, isForEveryMember: matching.isForEveryMember,
      least: max(matching.least, try context.size("examples", of: object) ?? 1))
    if let variants = matching.variants, object[IntegrationMarker.matcher]?.kind == .string {
      writer.array { writer in for variant in variants { writer.value(variant) } }
    } else if let example = object["value"] {
      try value(example, surroundings, depth + 1, to: &writer)
      try addRules(of: matching, besides: example, isMember: example.kind == .object, depth + 1)
    } else {
      try example(of: object, matching, surroundings, depth, to: &writer)
    }
  }

  /// The example of a value that has none of its own.
  private mutating func example(
    of object: JSONValue, _ matching: IntegrationMatching, _ surroundings: Surroundings,
    _ depth: Int, to writer: inout JSONWriter
  ) throws(Diagnostic) {
    if object[IntegrationMarker.matcher]?.kind == .array, hasOwnMembers(object) {
      try members(object, surroundings, depth + 1, to: &writer) { $0.hasPrefix("pact:") }
      try addRules(of: matching, besides: object, isMember: true, depth + 1)
    } else if let variants = matching.variants {
      writer.array { writer in for variant in variants { writer.value(variant) } }
    } else if let example = matching.example {
      try value(example, surroundings, depth + 1, to: &writer)
      try addRules(of: matching, besides: example, isMember: example.kind == .object, depth + 1)
    } else if let key = matching.key {
      try writer.object { writer throws(Diagnostic) in
        writer.key(key)
        path.append(.anyMember)
        try value(matching.element ?? .null, Surroundings(), depth + 1, to: &writer)
        path.removeLast()
      }
      try addRules(of: matching, besides: matching.element, isMember: true, depth + 1)
    } else if let element = matching.element {
      try writer.array { writer throws(Diagnostic) in
        path.append(.anyElement)
        try self.element(element, surroundings.least, depth + 1, to: &writer)
        path.removeLast()
      }
      try addRules(of: matching, besides: element, isMember: false, depth + 1)
    } else {
      writer.null()
    }
  }

  /// Whether an object whose rules are objects themselves has members besides them: those are the
  /// example.
  private func hasOwnMembers(_ object: JSONValue) -> Bool {
    let rules = object[IntegrationMarker.matcher]
    guard rules?.elements.contains(where: { $0.kind != .object }) == false else { return false }
    return object.members.contains {
      !$0.name.hasPrefix("pact:") && $0.name != "examples"
    }
  }

  /// Adds the rules and generators of what every element or member is like.
  ///
  /// - Parameter example: what was read already.
  private mutating func addRules(
    of matching: IntegrationMatching, besides example: JSONValue?, isMember: Bool, _ depth: Int
  ) throws(Diagnostic) {
    var unused = JSONWriter(style: .compact)
    path.append(isMember ? .anyMember : .anyElement)
    for reference in matching.references where example?.isSame(as: reference) != true {
      try value(reference, Surroundings(), depth + 1, to: &unused)
    }
    path.removeLast()
  }

  private func selector(at value: JSONValue) throws(Diagnostic) -> String {
    if let selector = PathExpression(path).selector { return selector }
    throw context.error(
      "no path can name this place: a key of '\(PathExpression(path))' is empty or has both kinds"
        + " of quote", at: value)
  }
}
