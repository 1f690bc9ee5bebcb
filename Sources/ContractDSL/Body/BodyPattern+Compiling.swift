import ContractModel
import JSONText

extension BodyPattern {
  /// Makes of the pattern the body that a contract file has.
  ///
  /// - Parameter headers: a missing `Content-Type` is added; one that is there names the media type.
  func compiled(_ compilation: inout Compilation, headers: inout [Field]) -> Body {
    let given = headers.header("content-type")
    let body = compiled(&compilation, mediaType: given ?? typeWithBoundary)
    guard given == nil, let mediaType else { return body }
    headers.append(Field(HeaderName.contentType.text, [body.contentType ?? mediaType]))
    if case .multipart = content {
      // The boundary is made anew for each message.
      let any = Rule.regex("^\(RegexText.escaped(mediaType));(.*;)?\\s*boundary=.+$")
      compilation.add(RuleList([any]), .header, HeaderName.contentType.text)
    }
    return body
  }

  /// The body of a message, whose media type stands with the contents.
  func compiled(_ compilation: inout Compilation) -> Body {
    compiled(&compilation, mediaType: typeWithBoundary)
  }

  private var typeWithBoundary: String? {
    guard case .multipart = content, let mediaType else { return mediaType }
    return "\(mediaType); boundary=\(MultipartWriter.boundary)"
  }

  private func compiled(_ compilation: inout Compilation, mediaType: String?) -> Body {
    switch content {
    case .empty: return Body(.empty)
    case .null: return Body(.null)
    case .multipart(let parts):
      var writer = MultipartWriter(mediaType)
      for part in parts { writer.add(part, &compilation) }
      if parts.isEmpty { compilation.report("a form needs a part", at: "body") }
      return Body(.binary(writer.finished()), contentType: mediaType)
    default: return Body(compiled(&compilation, at: []), contentType: mediaType)
    }
  }

  /// Makes of a body that has no parts what it holds.
  ///
  /// - Parameter base: where it stands: in a part of a form, or at the root.
  func compiled(_ compilation: inout Compilation, at base: [PathExpression.Token]) -> Body.Content {
    switch content {
    case .empty: return .empty
    case .null: return .null
    case .json(let pattern):
      var compiler = JSONCompiler(compilation: compilation, category: .body, noun: "body")
      let value = compiler.compile(pattern, at: base)
      compilation = compiler.compilation
      return .json(value)
    case .text(let pattern): return text(pattern, base, &compilation)
    case .form(let fields):
      let compiled = fields.compiled(.body, "form field", &compilation) { name, index in
        PathExpression(base + [.key(name)] + (index.map { [.index($0)] } ?? [])).description
      }
      return .text(PercentCoding.query(compiled))
    case .xml(let root):
      var compiler = XMLCompiler(compilation: compilation)
      let text = compiler.compile(root, at: base)
      compilation = compiler.compilation
      return .text(text)
    case .binary(let bytes, let isExample):
      if isExample, let mediaType {
        let rule = Rule.named("contentType", "value", mediaType)
        compilation.add(RuleList([rule]), .body, PathExpression(base).description)
      }
      return bytes.isEmpty ? .empty : .binary(bytes)
    case .multipart:
      compilation.report("a part of a form cannot be a form", at: "body")
      return .missing
    }
  }

  private func text(
    _ pattern: TextPattern, _ base: [PathExpression.Token], _ compilation: inout Compilation
  ) -> Body.Content {
    let text = pattern.compiled()
    for problem in text.problems { compilation.report(problem, at: "body") }
    compilation.add(text.list, .body, PathExpression(base).description)
    compilation.add(text.generator, .body, PathExpression(base).description)
    return text.example.isEmpty ? .empty : .text(text.example)
  }
}
