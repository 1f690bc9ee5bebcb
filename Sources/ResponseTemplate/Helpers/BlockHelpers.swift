/// The helpers that print their body or another one.
enum BlockHelpers {
  static let all: [TemplateHelper] = [
    choice("if") { $0 }, choice("unless") { !$0 },
    TemplateHelper("each", 1...1, form: .block) { rendering, call throws(TemplateFailure) in
      if let block = call.block { try rendering.each(call[0], block) }
      return .missing
    },
    TemplateHelper("with", 1...1, form: .block) { rendering, call throws(TemplateFailure) in
      guard let block = call.block else { return .missing }
      if call[0].isTrue {
        try rendering.with(call[0], block)
      } else {
        try rendering.render(block.inverse)
      }
      return .missing
    },
    TemplateHelper("lookup", 2...2) { _, call in call[0].member(call[1].text) },
    TemplateHelper("assign", 1...2, form: .both) { rendering, call throws(TemplateFailure) in
      if let block = call.block {
        rendering.variables[call[0].text] = .text(try rendering.capture(block.body))
      } else {
        rendering.variables[call[0].text] = call[1]
      }
      return .missing
    },
    TemplateHelper("val", 1...1, options: ["or", "assign"]) { rendering, call in
      let value = call[0].isMissing ? call.options["or"] ?? .missing : call[0]
      guard let name = call.text("assign") else { return value }
      rendering.variables[name] = value
      return .missing
    },
    TemplateHelper("hostname", 0...0) { rendering, _ in .text(rendering.context.hostname) },
    TemplateHelper("systemValue", 0...0, options: ["key", "type", "default"]) { rendering, call in
      let value = rendering.options.systemValue?(
        call.text("key") ?? "", call.text("type") ?? "ENVIRONMENT")
      return value.map { .text($0) } ?? call.options["default"] ?? .missing
    },
  ]

  private static func choice(
    _ name: String, _ test: @escaping @Sendable (Bool) -> Bool
  ) -> TemplateHelper {
    TemplateHelper(name, 1...1, form: .block) { rendering, call throws(TemplateFailure) in
      guard let block = call.block else { return .missing }
      try rendering.render(test(call[0].isTrue) ? block.body : block.inverse)
      return .missing
    }
  }
}
