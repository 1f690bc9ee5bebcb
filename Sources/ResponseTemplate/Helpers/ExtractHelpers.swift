import ContractModel

/// The helpers that take texts apart.
enum ExtractHelpers {
  static let all: [TemplateHelper] = [
    TemplateHelper("regexExtract", 2...3, options: ["default"], literals: [1: .pattern]) {
      rendering, call throws(TemplateFailure) in
      try rendering.spend(1_000)
      var pattern: SearchExpression?
      if case .pattern(let compiled) = call.compiled[1] { pattern = compiled }
      pattern = pattern ?? SearchExpression(call[1].text, isWhole: false)
      guard let pattern else {
        throw TemplateFailure("regexExtract: '\(call[1].text)' is no regular expression")
      }
      guard let found = pattern.firstMatch(in: call[0].text) else {
        if let value = call.options["default"] { return value }
        throw TemplateFailure("Nothing matched \(call[1].text)")
      }
      guard call.arguments.count > 2 else { return .text(found[0] ?? "") }
      let groups = found.dropFirst().map { $0.map { TemplateValue.text($0) } ?? .missing }
      rendering.variables[call[2].text] = .list(Array(groups))
      return .missing
    },
    TemplateHelper("formData", 2...2, options: ["urlDecode", "encoding"]) { rendering, call in
      let pairs = call[0].text.split(separator: "&").map { pair in
        let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        return (String(parts[0]), parts.count > 1 ? String(parts[1]) : "")
      }
      let decodes = call.flag("urlDecode")
      let fields = pairs.map { name, value in
        (
          name: PercentCoding.decode(name, plusIsSpace: true),
          value: decodes ? PercentCoding.decode(value, plusIsSpace: true) : value
        )
      }
      rendering.variables[call[1].text] = .fields(fields, ignoresCase: false)
      return .missing
    },
  ]
}
