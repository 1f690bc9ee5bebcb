import ContractFiles
import ContractMatching
import ContractModel
import JSONText

/// Rules and contract files load, or are refused with a reason.
enum RulesTarget {
  static func run(_ input: [UInt8]) -> String? {
    guard let document = try? JSONDocument(parsing: input) else { return nil }
    let root = document.root
    if let problem = compile(root) { return problem }
    guard root.kind == .object else { return nil }
    let file = ContractFile(reading: input, file: "fuzz.json")
    guard case .contract(let contract)? = file.content else { return nil }
    for interaction in contract.interactions {
      switch interaction.content {
      case .http(let request, let response):
        _ = try? RequestMatcher(request, specification: contract.specification)
        _ = try? ResponseMatcher(response)
      case .message(let message): _ = try? MessageMatcher(message)
      case .synchronousMessage(let request, let responses):
        for message in [request] + responses { _ = try? MessageMatcher(message) }
      case .unusable(let diagnostic):
        if diagnostic.message.isEmpty { return "a diagnostic without a message" }
      }
    }
    return nil
  }

  /// Takes the text itself as rules of a body.
  private static func compile(_ root: JSONValue) -> String? {
    for rules in [root.kind == .array ? Array(root.elements) : [root]] {
      let set = MatchingRuleSet(.body, "$.a", rules: rules)
      let example = (try? JSONValue(parsing: #"{"a": [1, {"b": "x"}]}"#)) ?? .null
      do throws(RuleError) {
        let matcher = try ResponseMatcher(HTTPResponse(body: Body(.json(example)), rules: [set]))
        _ = matcher.mismatches(ActualResponse(status: 200, body: Array(example.text.utf8)))
      } catch {
        if error.message.isEmpty { return "an error without a message" }
      }
    }
    return nil
  }
}
