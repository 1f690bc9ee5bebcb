/// Contract files of version 4; the first interaction stands in line 3, each other one line below.
enum Pact {
  static let ok = #"{"status": 200}"#

  static func file(provider: String = "order-service", _ interactions: String...) -> String {
    """
    {"consumer": {"name": "web-shop"}, "provider": {"name": "\(provider)"},
    "metadata": {"pactSpecification": {"version": "4.0"}}, "interactions": [
    \(interactions.joined(separator: ",\n"))
    ]}
    """
  }

  /// An interaction over HTTP.
  ///
  /// - Parameters:
  ///   - path: what is asked for with GET.
  ///   - rules: the matching rules of the request, if there are any.
  ///   - response: the response as JSON.
  ///   - states: the provider states as JSON.
  static func http(
    _ description: String, path: String = "/orders/42", rules: String? = nil,
    response: String = ok, states: String? = nil, isPending: Bool = false
  ) -> String {
    let request = member("matchingRules", rules)
    return """
      {"type": "Synchronous/HTTP", "description": "\(description)", \
      "request": {"method": "GET", "path": "\(path)"\(request)}, "response": \(response)\
      \(member("providerStates", states))\(isPending ? ", \"pending\": true" : "")}
      """
  }

  /// A response with a JSON body.
  static func json(_ content: String, rules: String? = nil) -> String {
    """
    {"status": 200, "body": {"contentType": "application/json", "content": \(content)}\
    \(member("matchingRules", rules))}
    """
  }

  /// A response with a text as its body.
  static func text(_ content: String) -> String {
    #"{"status": 200, "body": {"contentType": "text/plain", "content": "\#(content)"}}"#
  }

  /// A provider state without parameters, in a list of its own.
  static func state(_ name: String) -> String { #"[{"name": "\#(name)"}]"# }

  private static func member(_ name: String, _ value: String?) -> String {
    value.map { ", \"\(name)\": \($0)" } ?? ""
  }

  /// Rules for a body, of which the first cannot be used.
  static let invalidRegex =
    #"{"body": {"$.id": {"matchers": [{"match": "regex", "regex": "(["}]}}}"#
  static let unknownRule = #"{"body": {"$.id": {"matchers": [{"match": "sorted"}]}}}"#
}
