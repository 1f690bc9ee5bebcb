import StubModel

/// Which methods a stub answers; their case counts.
package enum StubMethod: Sendable, Hashable {
  case any
  case oneOf([String])
  case noneOf([String])

  /// Reads a method pattern.
  ///
  /// - Throws: ``StubProblem`` when it is neither a text nor a list.
  init(_ cursor: StubCursor?) throws(StubProblem) {
    guard let cursor else {
      self = .any
      return
    }
    if let one = cursor["oneOf"] {
      try cursor.known(["oneOf"])
      self = .oneOf(try one.strings())
    } else if let none = cursor["noneOf"] {
      try cursor.known(["noneOf"])
      self = .noneOf(try none.strings())
    } else {
      switch try cursor.string() {
      case "ANY": self = .any
      case "GET_OR_HEAD": self = .oneOf(["GET", "HEAD"])
      case let method: self = .oneOf([method])
      }
    }
  }

  /// Whether a request's method is among them.
  package func accepts(_ method: String) -> Bool {
    switch self {
    case .any: true
    case .oneOf(let methods): methods.contains(method)
    case .noneOf(let methods): !methods.contains(method)
    }
  }

  /// The methods in words.
  package var text: String {
    switch self {
    case .any: "ANY"
    case .oneOf(let methods): methods.joined(separator: " or ")
    case .noneOf(let methods): "none of \(methods.joined(separator: ", "))"
    }
  }
}
