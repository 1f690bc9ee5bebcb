import JSONPath
import JSONText

/// The helpers that make JSON out of JSON; each gives JSON text.
enum JSONEditHelpers {
  static let all: [TemplateHelper] = [
    TemplateHelper(
      "jsonArrayAdd", 1...2, options: ["maxItems", "flatten", "jsonPath"], form: .both
    ) {
      rendering, call throws(TemplateFailure) in
      let addition = try second(&rendering, call)
      let root = try rendering.json(call[0], call.name)
      let target = try target(&rendering, call, in: root)
      guard target.kind == .array else {
        throw TemplateFailure("jsonArrayAdd: there is no array to add to")
      }
      let extra =
        call.flag("flatten") && addition.kind == .array ? Array(addition.elements) : [addition]
      var elements = Array(target.elements) + extra
      if let most = try call.integer("maxItems"), elements.count > max(most, 0) {
        elements.removeFirst(elements.count - max(most, 0))
      }
      return try finish(
        &rendering, call, JSONEdit(replacing: [target.node: elements]).apply(to: root))
    },
    TemplateHelper("jsonMerge", 1...2, options: ["removeNulls"], form: .both) {
      rendering, call throws(TemplateFailure) in
      let addition = try second(&rendering, call)
      let base = try rendering.json(call[0], call.name)
      guard base.kind == .object, addition.kind == .object else {
        throw TemplateFailure("jsonMerge: both values must be JSON objects")
      }
      let removes = call.flag("removeNulls")
      var writer = JSONWriter(style: .compact)
      JSONMerge.write(base, addition, removesNulls: removes, to: &writer)
      return try finish(&rendering, call, writer.text)
    },
    TemplateHelper("jsonRemove", 2...2, literals: [1: .path]) {
      rendering, call throws(TemplateFailure) in
      let root = try rendering.json(call[0], call.name)
      let path = try rendering.path(call.compiled[1], call[1])
      let removed: [JSONValue]
      switch try rendering.find(path, in: root) {
      case .missing: removed = []
      case .value(let value): removed = [value]
      case .values(let values): removed = values
      }
      let own = removed.filter { $0.document === root.document }
      return .text(JSONEdit(removing: Set(own.map(\.node))).apply(to: root))
    },
    TemplateHelper("jsonSort", 2...2, options: ["order"], literals: [1: .path]) {
      rendering, call throws(TemplateFailure) in
      try sorted(&rendering, call)
    },
  ]

  private static func second(
    _ rendering: inout TemplateRendering, _ call: HelperCall
  ) throws(TemplateFailure) -> JSONValue {
    guard let block = call.block else {
      guard call.arguments.count == 2 else {
        throw TemplateFailure("\(call.name) needs two values, or one and a body")
      }
      return try rendering.json(call[1], call.name)
    }
    return try rendering.json(.text(try rendering.capture(block.body)), call.name)
  }

  private static func target(
    _ rendering: inout TemplateRendering, _ call: HelperCall, in root: JSONValue
  ) throws(TemplateFailure) -> JSONValue {
    guard let text = call.options["jsonPath"] else { return root }
    let path = try rendering.path(call.compiledOptions["jsonPath"], text)
    guard case .value(let value) = try rendering.find(path, in: root),
      value.document === root.document
    else {
      throw TemplateFailure("\(call.name): the path '\(text.text)' leads to no single place")
    }
    return value
  }

  private static func finish(
    _ rendering: inout TemplateRendering, _ call: HelperCall, _ text: String
  ) throws(TemplateFailure) -> TemplateValue {
    try rendering.checkLength(text.utf8.count)
    if call.block == nil { return .text(text) }
    rendering.print(text)
    return .missing
  }

  private static func sorted(
    _ rendering: inout TemplateRendering, _ call: HelperCall
  ) throws(TemplateFailure) -> TemplateValue {
    let root = try rendering.json(call[0], call.name)
    let path = try rendering.path(call.compiled[1], call[1])
    guard root.kind == .array else { throw TemplateFailure("jsonSort: the value is no array") }
    let keyed = try keyed(&rendering, root, path)
    let isDescending = (call.text("order") ?? "asc").lowercased() == "desc"
    try rendering.spend(keyed.count * 8)
    let order = keyed.enumerated().sorted { left, right in
      let (mine, theirs) = isDescending ? (right, left) : (left, right)
      if JSONMerge.precedes(mine.element.key, theirs.element.key) { return true }
      if JSONMerge.precedes(theirs.element.key, mine.element.key) { return false }
      return left.offset < right.offset
    }
    var writer = JSONWriter(style: .compact)
    writer.array { writer in
      for item in order { writer.value(item.element.value) }
    }
    return .text(writer.text)
  }

  /// The elements with what they are sorted by: `$[*].name` is asked once, `$.name` of each element.
  private static func keyed(
    _ rendering: inout TemplateRendering, _ root: JSONValue, _ path: JSONPath
  ) throws(TemplateFailure) -> [(key: TemplateValue, value: JSONValue)] {
    let elements = Array(root.elements)
    if !path.isDefinite {
      guard case .values(let keys) = try rendering.find(path, in: root),
        keys.count == elements.count
      else {
        throw TemplateFailure("jsonSort: '\(path.text)' does not give one value for each element")
      }
      return zip(keys, elements).map { (TemplateValue($0), $1) }
    }
    var keyed: [(key: TemplateValue, value: JSONValue)] = []
    for element in elements {
      var key: TemplateValue = .missing
      if case .value(let found) = try rendering.find(path, in: element) {
        key = TemplateValue(found)
      }
      keyed.append((key, element))
    }
    return keyed
  }
}
