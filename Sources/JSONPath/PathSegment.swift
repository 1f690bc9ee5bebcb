/// One step of a path.
struct PathSegment: Sendable {
  /// What the step takes.
  let selector: PathSelector
  /// Whether it is applied to the value and all that lies in it: `..`.
  let isRecursive: Bool

  /// Whether a path of these segments leads to one place at most.
  static func areDefinite(_ segments: [PathSegment]) -> Bool {
    for (index, segment) in segments.enumerated() {
      if case .function = segment.selector { continue }
      let isDefinite = segment.isDefinite(isLast: index == segments.count - 1)
      // A function at the end takes all that a descent found as one list.
      if !isDefinite { return descendsIntoFunction(segments) }
    }
    return true
  }

  /// Whether a descent comes before a function, which is then asked once for all that was found.
  static func descendsIntoFunction(_ segments: [PathSegment]) -> Bool {
    guard case .function = segments.last?.selector else { return false }
    return segments.contains(where: \.isRecursive)
  }

  /// Whether the step leads to one place at most.
  func isDefinite(isLast: Bool) -> Bool {
    if isRecursive { return false }
    switch selector {
    case .property, .function: return true
    case .properties: return isLast
    case .indices(let indices): return indices.count == 1
    case .slice, .wildcard, .filter: return false
    }
  }
}

/// What a step of a path takes of a value.
enum PathSelector: Sendable {
  /// The member of a name.
  case property(String)
  /// The members of several names; at the end of a path an object with them.
  case properties([String])
  /// The elements at some places, negative ones from the end.
  case indices([Int])
  /// The elements from a place up to another.
  case slice(from: Int?, to: Int?)
  /// All members or elements.
  case wildcard
  /// The elements that a condition holds for, or the object itself.
  case filter(FilterExpression)
  /// What a function makes of the value.
  case function(PathFunction, [PathArgument])
}

/// What a function is given in its parentheses.
enum PathArgument: Sendable {
  /// A path from the root or from the current value.
  case path(FilterPath)
  /// A literal.
  case literal(FilterLiteral)
}
