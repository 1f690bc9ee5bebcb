import ContractMatching
import FaultModel
import ResponseTemplate
import StubModel

/// A text of a stub that is a template when it has one in it.
struct StubText: Sendable {
  /// The text as it was given.
  let text: String
  private let template: ResponseTemplate?

  /// Whether it depends on the request.
  var isTemplate: Bool { template != nil }

  /// Compiles a text.
  ///
  /// - Throws: ``StubProblem`` at the cursor when it is a template that cannot be used.
  init(
    _ text: String, isTemplate: Bool, escaping: TemplateEscaping = .none, _ dialect: StubDialect,
    at cursor: StubCursor
  ) throws(StubProblem) {
    self.text = text
    template =
      isTemplate && text.contains("{{")
      ? try StubTemplate.compile(text, escaping, dialect, at: cursor) : nil
  }

  /// The text for one request.
  func render(
    _ context: TemplateContext, _ random: inout SeededGenerator
  ) throws(TemplateFailure) -> String {
    guard let template else { return text }
    return String(decoding: try template.render(context, random: &random), as: UTF8.self)
  }
}
