package import FaultModel

/// A Handlebars template of a response, compiled once and rendered for each request.
///
/// `Hello {{request.query.name}}!` Helpers, their arguments, JSONPaths, regular expressions and date
/// patterns in it are checked when it is compiled. docs/templates.md lists the helpers.
package struct ResponseTemplate: Sendable {
  /// The template as it was written.
  package let text: String
  let nodes: [TemplateNode]
  let options: TemplateOptions

  /// Compiles a template.
  ///
  /// - Parameters:
  ///   - text: the template.
  ///   - options: how values are escaped, the limits, and what helpers may ask for.
  /// - Throws: ``TemplateError`` with line and column, and what to do.
  package init(
    _ text: String, options: TemplateOptions = TemplateOptions()
  ) throws(TemplateError) {
    var parser = TemplateParser(text, options: options)
    nodes = try parser.run()
    self.text = text
    self.options = options
  }

  /// Whether the text holds no expression, and every rendering gives the same bytes.
  package var isConstant: Bool {
    nodes.allSatisfy { node in
      if case .text = node { return true }
      return false
    }
  }

  /// Renders the template.
  ///
  /// - Parameters:
  ///   - context: the request, the time and whatever else the template may speak of.
  ///   - random: where random values come from.
  /// - Returns: the bytes.
  /// - Throws: ``TemplateFailure`` when a helper cannot do its work, or a limit is reached.
  package func render(
    _ context: TemplateContext, random: inout SeededGenerator
  ) throws(TemplateFailure) -> [UInt8] {
    var rendering = TemplateRendering(context, options: options, random: random)
    defer { random = rendering.random }
    try rendering.render(nodes)
    return rendering.output.bytes
  }
}
