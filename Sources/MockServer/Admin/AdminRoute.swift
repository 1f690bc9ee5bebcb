/// A call that the admin API knows.
package struct AdminRoute: Sendable {
  /// Answers a call; it runs on the event loop of the mock.
  package typealias Handler =
    @Sendable (AdminCall, MockService) throws(AdminRefusal) -> Reply

  /// The method.
  package let method: String
  /// The parts of the path behind `/__admin`.
  let pattern: [Part]
  /// Answers a call.
  let handler: Handler

  /// A part of a path.
  enum Part: Sendable, Equatable {
    case literal(String)
    case parameter(String)
    /// One part or more, to the end of the path.
    case rest(String)
  }

  /// Creates a route.
  ///
  /// - Parameters:
  ///   - path: the path behind `/__admin`; `{name}` stands for any part, `{name…}` at the
  ///     end for one part or more.
  ///   - handler: answers a call; what stood for the names is in its ``AdminCall/parameters``.
  package init(_ method: String, _ path: String, _ handler: @escaping Handler) {
    self.method = method
    pattern = path.split(separator: "/").map { part in
      guard part.hasPrefix("{") else { return .literal(String(part)) }
      let name = part.dropFirst().dropLast()
      return name.hasSuffix("…") ? .rest(String(name.dropLast())) : .parameter(String(name))
    }
    self.handler = handler
  }

  /// What stands for the names when a path fits, else `nil`.
  func parameters(of parts: [String]) -> [String: String]? {
    var parameters: [String: String] = [:]
    if case .rest(let name)? = pattern.last {
      guard parts.count >= pattern.count else { return nil }
      parameters[name] = parts[(pattern.count - 1)...].joined(separator: "/")
    } else if parts.count != pattern.count {
      return nil
    }
    for (wanted, part) in zip(pattern, parts) {
      switch wanted {
      case .literal(let text): guard text == part else { return nil }
      case .parameter(let name): parameters[name] = part
      case .rest: break
      }
    }
    return parameters
  }
}
