package import JSONText

/// What a JSONPath finds.
package enum JSONPathResult: Sendable, Hashable {
  /// A path that leads to one place found this there, which may be `null`.
  case value(JSONValue)
  /// A path that may lead to many places found these, in the order of the document.
  case values([JSONValue])
  /// A path, or the definite part that it starts with, leads nowhere.
  case missing

  /// The result as one JSON value, a list as an array; `nil` when there is none.
  package var json: JSONValue? {
    switch self {
    case .value(let value): value
    case .values(let values):
      JSONValue.make { writer in
        writer.array { writer in
          for value in values { writer.value(value) }
        }
      }
    case .missing: nil
    }
  }
}
