import ContractMatching
import ContractModel
import FaultModel
import JSONText
import ResponseTemplate
import StubModel

/// The templates of a response, compiled: those of the body, of header fields and of a file's name.
package struct StubTemplate: Sendable {
  private let body: ResponseTemplate?
  /// The fields; a value that is always the same is there as it is sent.
  private let fields: [(name: String, value: ResponseTemplate, constant: String?)]
  private let fileName: ResponseTemplate?
  private let contentType: String?
  private let isCompatible: Bool
  /// Why the templates cannot be used, which the compatible dialect tells when they are.
  private let problem: StubProblem?

  /// Compiles the templates of a response.
  ///
  /// - Throws: ``StubProblem`` when one of them cannot be used.
  init(_ response: StubResponse, _ dialect: StubDialect) throws(StubProblem) {
    do throws(StubProblem) {
      self = try StubTemplate(compiling: response, dialect)
    } catch {
      guard dialect == .compatible else { throw error }
      (body, fields, fileName, contentType, isCompatible) = (nil, [], nil, nil, true)
      problem = error
    }
  }

  private init(compiling response: StubResponse, _ dialect: StubDialect) throws(StubProblem) {
    problem = nil
    isCompatible = dialect == .compatible
    contentType = response.headers.header("content-type")
    let cursor = response.cursor
    var fields: [(String, ResponseTemplate, String?)] = []
    for field in response.headers {
      for value in field.values {
        let place = cursor["headers"]?[field.name] ?? cursor
        let template = try Self.compile(value, .none, dialect, at: place)
        // A backslash may stand for what comes behind it.
        let isConstant = template.isConstant && !value.contains("\\")
        fields.append((field.name, template, isConstant ? Self.oneLine(value) : nil))
      }
    }
    self.fields = fields
    switch response.body {
    case .text(let text):
      fileName = nil
      body = try Self.compile(
        text, TemplateEscaping(contentType: contentType, body: text), dialect,
        at: cursor["body"] ?? cursor)
    case .json(let value):
      fileName = nil
      body = try Self.compile(
        value.description, .json, dialect, at: cursor.member("jsonBody") ?? cursor)
    case .file(let name):
      body = nil
      fileName = try Self.compile(name, .none, dialect, at: cursor["bodyFileName"] ?? cursor)
    case .none, .bytes: (body, fileName) = (nil, nil)
    }
  }

  static func compile(
    _ text: String, _ escaping: TemplateEscaping, _ dialect: StubDialect, at cursor: StubCursor
  ) throws(StubProblem) -> ResponseTemplate {
    do throws(TemplateError) {
      return try ResponseTemplate(text, options: options(escaping, dialect == .compatible))
    } catch {
      throw cursor.problem("the template cannot be used, at \(error)")
    }
  }

  private static func options(_ escaping: TemplateEscaping, _ isCompatible: Bool) -> TemplateOptions
  {
    var options = TemplateOptions()
    options.escaping = isCompatible ? .html : escaping
    options.isCompatible = isCompatible
    options.xPath = { text in
      let expression = try XPathExpression(text)
      return { bytes in
        switch expression.evaluate(bytes) {
        case .nodes(let nodes)?: nodes
        case .value(let value)?: [value]
        case nil: nil
        }
      }
    }
    return options
  }

  /// Renders the header fields.
  ///
  /// - Throws: ``TemplateFailure`` also when a value could not be sent over HTTP.
  func fields(
    _ context: TemplateContext, _ random: inout SeededGenerator
  ) throws(TemplateFailure) -> [(String, String)] {
    var rendered: [(String, String)] = []
    for (name, template, constant) in fields {
      if let constant {
        rendered.append((name, constant))
        continue
      }
      let value = String(decoding: try template.render(context, random: &random), as: UTF8.self)
      rendered.append((name, Self.oneLine(value)))
    }
    return rendered
  }

  /// A value without what would end the line, which a request may bring.
  private static func oneLine(_ value: String) -> String {
    value.filter { !$0.isNewline && $0 != "\0" }
  }

  /// Renders the name of a file; `nil` when the body is none.
  func fileName(
    _ context: TemplateContext, _ random: inout SeededGenerator
  ) throws(TemplateFailure) -> String? {
    guard let fileName else { return nil }
    return String(decoding: try fileName.render(context, random: &random), as: UTF8.self)
  }

  /// Renders the body, or the content of a file; `nil` when there is nothing to render.
  ///
  /// - Throws: ``TemplateError`` for a file that is no template, ``TemplateFailure``, ``StubProblem``.
  func body(
    _ context: TemplateContext, file: [UInt8]?, _ random: inout SeededGenerator
  ) throws -> [UInt8]? {
    if let problem { throw problem }
    if let body { return try body.render(context, random: &random) }
    // What is not text has no templates in it.
    guard let file, let text = String(validating: file, as: UTF8.self), text.contains("{{") else {
      return file
    }
    let escaping = TemplateEscaping(contentType: contentType, body: text)
    let template = try ResponseTemplate(text, options: Self.options(escaping, isCompatible))
    return try template.render(context, random: &random)
  }
}
