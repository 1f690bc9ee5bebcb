import JSONText

/// One evaluation of a path, step by step, from one list of values to the next.
struct PathEvaluation {
  /// What `$` stands for.
  let root: JSONValue
  /// How many steps are left.
  private var steps: Int

  /// Creates an evaluation.
  init(root: JSONValue, stepLimit: Int) {
    self.root = root
    steps = stepLimit
  }

  /// Counts work that was done.
  mutating func spend(_ count: Int = 1) throws(JSONPathFailure) {
    steps -= count
    if steps < 0 { throw .tooManySteps }
  }

  /// Follows the steps of a path.
  ///
  /// - Parameter start: what the path starts from.
  mutating func run(
    _ segments: [PathSegment], on start: JSONValue
  ) throws(JSONPathFailure) -> JSONPathResult {
    if PathSegment.descendsIntoFunction(segments), let last = segments.last {
      guard case .function(let function, let arguments) = last.selector else { return .missing }
      var path = Array(segments.dropLast())
      // As in Jayway's library the lengths of all that was found are added up.
      if function == .length || function == .size, arguments.isEmpty {
        path.append(PathSegment(selector: .wildcard, isRecursive: false))
      }
      guard let list = try run(path, on: start).json else { return .missing }
      return try apply(function, arguments, to: list, in: start).map { .value($0) } ?? .missing
    }
    var values = [start]
    var isDefinite = true
    for (index, segment) in segments.enumerated() {
      let isLast = index == segments.count - 1
      var next: [JSONValue] = []
      for value in values {
        try spend()
        // Where a definite path cannot go on there is nothing, not an empty list.
        if isDefinite, !segment.isRecursive, !segment.selector.fits(value) { return .missing }
        try follow(segment, from: value, start, isLast: isLast, into: &next)
      }
      if isDefinite, next.isEmpty, segment.isDefinite(isLast: isLast) { return .missing }
      isDefinite = isDefinite && segment.isDefinite(isLast: isLast)
      values = next
    }
    return isDefinite ? values.first.map { .value($0) } ?? .missing : .values(values)
  }

  private mutating func follow(
    _ segment: PathSegment, from value: JSONValue, _ current: JSONValue, isLast: Bool,
    into found: inout [JSONValue]
  ) throws(JSONPathFailure) {
    guard segment.isRecursive else {
      return try select(segment.selector, of: value, current, isLast: isLast, into: &found)
    }
    // A stack of its own: a document may be nested deeper than calls may be.
    var stack = [value]
    while let next = stack.popLast() {
      guard next.kind == .object || next.kind == .array else { continue }
      try spend()
      if segment.selector.fitsDescent(next) {
        try select(segment.selector, of: next, current, isLast: isLast, into: &found)
      }
      let end = stack.count
      for element in next.elements { stack.append(element) }
      for member in next.members { stack.append(member.value) }
      try spend(stack.count - end)
      stack[end...].reverse()
    }
  }
}

extension PathSelector {
  /// Whether the selector can be applied to a value at all.
  fileprivate func fits(_ value: JSONValue) -> Bool {
    switch self {
    case .property, .properties: value.kind == .object
    case .indices, .slice: value.kind == .array
    case .filter: value.kind == .object || value.kind == .array
    case .wildcard, .function: true
    }
  }

  /// Whether a descent applies the selector to a value.
  fileprivate func fitsDescent(_ value: JSONValue) -> Bool {
    switch self {
    case .function: false
    default: fits(value)
    }
  }
}
