import ContractMatching
import FaultModel
import JSONText
@testable import ResponseTemplate

/// Renders templates for the request of the examples.
enum Rendered {
  static let request: TemplateRequest = {
    var request = TemplateRequest(
      method: "POST", target: "/orders/42/items?q=red+shoes&page=2&page=3&empty",
      headers: [
        ("Host", "shop.example.com:8080"), ("X-Single", "one"), ("Accept", "a"), ("accept", "b"),
        ("Cookie", "session=abc=1; theme=dark"),
      ],
      body: Array(
        #"{"name": "O'Neil \"x\"", "tags": ["a", "b"], "o": {"n": 1.50}, "z": null}"#.utf8))
    request.id = "r-1"
    request.host = "shop.example.com"
    request.port = 8080
    request.pathParameters = [("id", "42")]
    return request
  }()

  static func options(_ escaping: TemplateEscaping = .none, isCompatible: Bool = false)
    -> TemplateOptions
  {
    var options = TemplateOptions()
    options.escaping = escaping
    options.isCompatible = isCompatible
    options.xPath = { path in { xml in xml.first == 60 ? ["<\(path)>"] : nil } }
    options.zoneOffset = { zone, _ in zone == "Asia/Tokyo" ? 32_400 : nil }
    return options
  }

  /// 2026-01-31T12:30:45.678Z.
  static let now = Moment(secondsSinceEpoch: 1_769_862_645, nanoseconds: 678_000_000)

  static func text(
    _ template: String, _ options: TemplateOptions = options(),
    _ request: TemplateRequest = request,
    seed: UInt64 = 1
  ) throws -> String {
    var context = TemplateContext(request: request, now: now)
    context.parameters = try JSONValue(parsing: #"{"who": "Ann", "list": [1, 2, 3], "on": true}"#)
    context.values = [("people", try JSONValue(parsing: #"{"a": {"n": "A"}, "b": {"n": "B"}}"#))]
    var random = SeededGenerator(seed: seed, stream: "templates", position: 0)
    let bytes = try ResponseTemplate(template, options: options).render(context, random: &random)
    return String(decoding: bytes, as: UTF8.self)
  }
}
