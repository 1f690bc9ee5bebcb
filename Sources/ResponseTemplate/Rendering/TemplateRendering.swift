import FaultModel
import JSONText

/// One rendering of a template.
struct TemplateRendering {
  let context: TemplateContext
  let options: TemplateOptions
  /// Where random values come from.
  var random: SeededGenerator
  /// What was printed.
  fileprivate(set) var output: TemplateOutput
  /// The contexts, the innermost last.
  var frames = [TemplateFrame()]
  /// What `assign`, `val` and others have named.
  var variables: [String: TemplateValue] = [:]
  /// The text that was parsed last: many expressions look into one body.
  var parsed: (text: String, value: JSONValue)?
  private(set) var steps: Int

  /// Creates a rendering.
  init(_ context: TemplateContext, options: TemplateOptions, random: SeededGenerator) {
    self.context = context
    self.options = options
    self.random = random
    steps = options.stepLimit
    output = TemplateOutput(escaping: options.escaping)
  }

  /// Counts work that was done.
  mutating func spend(_ count: Int = 1) throws(TemplateFailure) {
    steps -= count
    if steps < 0 {
      throw TemplateFailure("the template takes too many steps; make it simpler", isLimit: true)
    }
  }

  /// Refuses to make a text or list that is too long.
  func checkLength(_ count: Int) throws(TemplateFailure) {
    if count > options.outputLimit {
      throw TemplateFailure(
        "the template makes more than \(options.outputLimit) bytes", isLimit: true)
    }
  }

  /// Prints nodes.
  mutating func render(_ nodes: [TemplateNode]) throws(TemplateFailure) {
    for node in nodes {
      try spend()
      switch node {
      case .text(let text): output.print(raw: text)
      case .output(let expression, let isEscaped):
        let text = try shown(expression)
        try spend(text.utf8.count / 32)
        try checkLength(output.bytes.count + text.utf8.count)
        if isEscaped { output.print(escaped: text) } else { output.print(raw: text.utf8) }
      case .block(let block): try render(block)
      }
      try checkLength(output.bytes.count)
    }
  }

  /// What nodes print, without printing it.
  mutating func capture(_ nodes: [TemplateNode]) throws(TemplateFailure) -> String {
    let outer = output
    output = TemplateOutput(escaping: .none)
    defer { output = outer }
    try render(nodes)
    try spend(output.bytes.count / 32)
    return String(decoding: output.bytes, as: UTF8.self)
  }

  private mutating func shown(_ expression: TemplateExpression) throws(TemplateFailure) -> String {
    do {
      let value = try self.value(expression)
      return options.isCompatible ? value.javaText : value.text
    } catch  where options.isCompatible && !error.isLimit {
      return "[ERROR: \(error.message)]"
    }
  }

  private mutating func render(_ block: TemplateBlock) throws(TemplateFailure) {
    switch block.head {
    case .call(let call):
      do { _ = try run(call, block) } catch  where options.isCompatible && !error.isLimit {
        output.print(escaped: "[ERROR: \(error.message)]")
      }
    case .value(let expression):
      let value = try self.value(expression)
      if value.elements != nil, !value.isSingle {
        try each(value, block)
      } else if value.isTrue {
        try with(value, block)
      } else {
        try render(block.inverse)
      }
    }
  }
}

extension TemplateRendering {
  /// Prints what a block helper has made, as it is.
  mutating func print(_ text: String) { output.print(raw: text.utf8) }
}
