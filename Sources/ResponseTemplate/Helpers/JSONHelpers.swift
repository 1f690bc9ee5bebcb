import JSONPath
import JSONText

/// The helpers that read and print JSON and XML.
enum JSONHelpers {
  static let all: [TemplateHelper] = [
    TemplateHelper("jsonPath", 2...2, options: ["default"], literals: [1: .path]) {
      rendering, call throws(TemplateFailure) in
      if call[0].isMissing { return call.options["default"] ?? .missing }
      let path = try rendering.path(call.compiled[1], call[1])
      let json = try rendering.json(call[0], call.name)
      switch try rendering.find(path, in: json) {
      case .missing: return call.options["default"] ?? .missing
      case .value(let value) where value.isNull: return call.options["default"] ?? .missing
      case .value(let value): return TemplateValue(value)
      case .values(let values): return .list(values.map { TemplateValue($0) })
      }
    },
    TemplateHelper("parseJson", 0...2, form: .both) { rendering, call throws(TemplateFailure) in
      if let block = call.block {
        let text = try rendering.capture(block.body)
        let value = TemplateValue(try rendering.json(.text(text), call.name))
        if call[0].isMissing { throw TemplateFailure("parseJson: the block needs a name") }
        rendering.variables[call[0].text] = value
        return .missing
      }
      let value = TemplateValue(try rendering.json(call[0], call.name))
      if call.arguments.count < 2 { return value }
      rendering.variables[call[1].text] = value
      return .missing
    },
    TemplateHelper("toJson", 1...1) { _, call in .text(call[0].json.description) },
    TemplateHelper("formatJson", 0...1, options: ["format"], form: .both) {
      rendering, call throws(TemplateFailure) in
      let source = try call.block.map { block throws(TemplateFailure) -> TemplateValue in
        .text(try rendering.capture(block.body))
      }
      let json = try rendering.json(source ?? call[0], call.name)
      let text = try formatted(json, call)
      if call.block == nil { return .text(text) }
      rendering.print(text)
      return .missing
    },
    TemplateHelper("formatXml", 0...1, options: ["format"], form: .both) {
      rendering, call throws(TemplateFailure) in
      let source = try call.block.map { block throws(TemplateFailure) in
        try rendering.capture(block.body)
      }
      let isCompact = try layout(call) == "compact"
      let text = try XMLLayout.format(source ?? call[0].text, isCompact: isCompact)
      try rendering.checkLength(text.utf8.count)
      if call.block == nil { return .text(text) }
      rendering.print(text)
      return .missing
    },
    xPath("xPath", .xPath), xPath("soapXPath", .soapXPath),
  ]

  private static func xPath(
    _ name: String, _ kind: TemplateHelper.LiteralKind
  ) -> TemplateHelper {
    TemplateHelper(name, 2...2, options: ["default"], literals: [1: kind]) {
      rendering, call throws(TemplateFailure) in
      var compiled = call.compiled[1]
      if compiled == nil {
        compiled = try LiteralCompiler(options: rendering.options).compile(call[1].text, kind)
      }
      guard case .xPath(let find) = compiled else { return .missing }
      try rendering.spend(1_000)
      guard let found = find(Array(call[0].text.utf8)) else {
        throw TemplateFailure("\(name): the text is not XML")
      }
      return found.isEmpty ? call.options["default"] ?? .missing : .texts(found)
    }
  }

  private static func layout(_ call: HelperCall) throws(TemplateFailure) -> String {
    let format = call.text("format") ?? "pretty"
    guard ["pretty", "compact"].contains(format) else {
      throw TemplateFailure("\(call.name): 'format' is pretty or compact, not '\(format)'")
    }
    return format
  }

  private static func formatted(
    _ json: JSONValue, _ call: HelperCall
  ) throws(TemplateFailure) -> String {
    var writer = JSONWriter(style: try layout(call) == "compact" ? .compact : .pretty)
    writer.value(json)
    return writer.text
  }
}
