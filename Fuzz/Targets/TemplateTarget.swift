import ContractMatching
import FaultModel
import JSONText
import ResponseTemplate

/// Templates are compiled and rendered without a crash and without end, the same way each time.
///
/// An input is a template, perhaps with a byte 0xFF and the body of a request behind it.
enum TemplateTarget {
  static func run(_ input: [UInt8]) -> String? {
    let parts = input.split(separator: 0xFF, maxSplits: 1, omittingEmptySubsequences: false)
    let body = parts.count > 1 ? Array(parts[1]) : Array(#"{"a": ["x", {"b": 1}]}"#.utf8)
    let text = String(decoding: parts[0], as: UTF8.self)
    for (escaping, isCompatible) in [(TemplateEscaping.json, false), (.html, true)] {
      var options = TemplateOptions()
      options.escaping = escaping
      options.isCompatible = isCompatible
      options.stepLimit = 20_000
      options.outputLimit = 100_000
      let template: ResponseTemplate
      do {
        template = try ResponseTemplate(text, options: options)
      } catch {
        if error.position.line < 1 { return "an error without a place" }
        continue
      }
      let first = render(template, body)
      if first != render(template, body) { return "it renders differently: '\(text)'" }
      if let first, first.count > options.outputLimit { return "more bytes than are allowed" }
    }
    return nil
  }

  private static func render(_ template: ResponseTemplate, _ body: [UInt8]) -> [UInt8]? {
    let request = TemplateRequest(
      method: "POST", target: "/a/b?c=1&c=2", headers: [("Cookie", "d=e")], body: body)
    var random = SeededGenerator(seed: 1, stream: "template", position: 0)
    let context = TemplateContext(request: request, now: Moment(secondsSinceEpoch: 1_769_862_645))
    return try? template.render(context, random: &random)
  }
}
