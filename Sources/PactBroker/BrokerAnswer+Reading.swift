import JSONText

extension BrokerAnswer {
  /// Goes on when the status is one of success.
  ///
  /// - Throws: ``BrokerError`` that says what to do otherwise.
  package func check() throws(BrokerError) {
    switch status {
    case 200..<300: return
    case 401: throw BrokerError(.unauthorized, "\(refusal); \(advice)")
    case 403:
      throw BrokerError(
        .unauthorized,
        "\(refusal); \(credentials.summary): they need permission for that in the broker")
    case 300..<400:
      let target = header("location").map { " to \($0)" } ?? ""
      throw BrokerError(
        .notHAL,
        "\(request.url): redirects\(target), which is not followed; give the broker's own address"
          + " as --broker-url")
    case 404:
      throw BrokerError(
        .notFound,
        "\(refusal): there is no such page; is --broker-url the address of a Pact Broker?")
    case 500...:
      throw BrokerError(
        .unreachable, "\(refusal)\(reasons); try again later, or look at the broker's log")
    default: throw BrokerError(.refused, refusal + reasons)
    }
  }

  /// The body as HAL, when the status is one of success.
  package func resource() throws(BrokerError) -> HALResource {
    try check()
    guard let resource = HALResource(body, url: request.url) else {
      let type = header("content-type").map { "'\($0)'" } ?? "something without a content type"
      throw BrokerError(
        .notHAL,
        "\(request.url): expected HAL, which is JSON with '_links', found \(type); is --broker-url"
          + " the address of a Pact Broker?")
    }
    return resource
  }

  private var refusal: String {
    "\(request.url): the broker answered \(status) to \(request.purpose)"
  }

  private var advice: String {
    switch credentials {
    case .none:
      "\(credentials.summary): give --broker-token, or --broker-username and --broker-password"
    case .basic:
      "\(credentials.summary): check --broker-username and --broker-password"
    case .bearer: "\(credentials.summary): check --broker-token"
    }
  }

  /// What the broker says is wrong, in its own words.
  private var reasons: String {
    guard let root = try? JSONDocument(parsing: body).root else { return "" }
    var texts: [String] = []
    Self.collect(root["errors"] ?? root["error"] ?? root["detail"] ?? .null, "", into: &texts)
    return texts.isEmpty ? "" : ": " + texts.prefix(5).joined(separator: "; ")
  }

  private static func collect(_ value: JSONValue, _ name: String, into texts: inout [String]) {
    switch value.kind {
    case .string: texts.append(name + (value.string ?? ""))
    case .array: for element in value.elements { collect(element, name, into: &texts) }
    case .object:
      if let message = value["message"] ?? value["detail"] ?? value["title"] {
        return collect(message, name, into: &texts)
      }
      for member in value.members { collect(member.value, "\(member.name): ", into: &texts) }
    default: break
    }
  }
}
