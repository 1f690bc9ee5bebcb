import ContractModel
import JSONText
import Testing

import ContractMatching

extension GeneratorTesting {
  static let seven = #"{"type": "RandomInt", "min": 7, "max": 7}"#
  static let eight = #"{"type": "RandomInt", "min": 8, "max": 8}"#

  /// An XML body after its generators, and the paths of those that are not used.
  static func xml(
    _ content: Body.Content, type: String? = "application/xml",
    _ generators: KeyValuePairs<String, String>, state: String = "{}"
  ) throws -> (content: Body.Content, unused: [String]) {
    var context = try context(.provider, state: state)
    let entries = try generators.map {
      GeneratorEntry(.body, $0, definition: try JSONValue(parsing: $1))
    }
    let plan = try GeneratorPlan(entries, rules: [], mode: .provider)
    let request = HTTPRequest(body: Body(content, contentType: type), generators: entries)
    let unused = plan.unused(in: request).map(\.selector)
    return (try plan.generate(request, &context).body.content, unused)
  }

  /// A document after its generators, all of which have to have a place.
  static func xml(
    _ document: String, _ generators: KeyValuePairs<String, String>, state: String = "{}"
  ) throws -> String {
    let (content, unused) = try xml(.text(document), generators, state: state)
    #expect(unused == [])
    guard case .text(let text) = content else { return "no text" }
    return text
  }
}
