import ContractModel
import JSONText

/// Reads bodies: inline ones of versions 1 to 3, and version 4's that say what they are.
struct PactBodyReader {
  let context: FileContext
  let specification: SpecificationVersion

  /// A body with what its integration JSON says of it.
  struct Reading {
    /// The body, without integration JSON.
    var body: Body
    /// Rules of category body.
    var rules: [MatchingRuleSet] = []
    /// Generators of category body.
    var generators: [GeneratorEntry] = []
  }

  /// Reads a body; where it has integration JSON it becomes the plain example.
  ///
  /// - Parameter contentType: what the headers say.
  /// - Throws: `Diagnostic` at what is wrong.
  func read(_ value: JSONValue?, contentType: String?) throws(Diagnostic) -> Reading {
    guard let value else { return Reading(body: .missing) }
    let body = try body(value, contentType: contentType)
    guard case .json(let json) = body.content, IntegrationMarker.isIn(json) else {
      return Reading(body: body)
    }
    let isText = json.document !== value.document
    let carrier = Self.isDescribed(value, specification) ? value["content"] : value
    var reader = IntegrationReader(
      context: IntegrationContext(file: context, carrier: isText ? carrier : nil))
    let plain = try reader.read(json)
    guard reader.isFound else { return Reading(body: body) }
    return Reading(
      body: Body(.json(plain.example), contentType: body.contentType), rules: plain.rules,
      generators: plain.generators)
  }

  /// Whether a body of version 4 says what it is.
  static func isDescribed(_ value: JSONValue, _ specification: SpecificationVersion) -> Bool {
    specification >= .v4 && value.kind == .object && value["content"] != nil
  }

  private func body(_ value: JSONValue, contentType: String?) throws(Diagnostic) -> Body {
    if Self.isDescribed(value, specification) {
      return try described(value, contentType: contentType)
    }
    if specification >= .v4, value.kind == .object, value.isEmpty { return .missing }
    return inline(value, contentType: contentType, written: nil)
  }

  private func described(_ value: JSONValue, contentType: String?) throws(Diagnostic) -> Body {
    let written = try value["contentType"].flatMap { type throws(Diagnostic) in
      type.isNull ? nil : try context.string(type, "contentType")
    }
    guard let content = value["content"] else { return .missing }
    let encoded = value["encoded"]
    let encoding = encoded?.string ?? (encoded?.boolean == true ? "base64" : "")
    switch encoding.lowercased() {
    case "json":
      return Body(.json(content), contentType: written)
    case "base64":
      let text = try context.string(content, "content")
      guard let bytes = Base64.decode(text) else {
        throw context.error("the content is said to be base64, but is not", at: content)
      }
      let type = (written ?? contentType).map(MediaType.init)
      return Body(Body.Content(bytes, type: type), contentType: written)
    case "":
      return inline(content, contentType: written ?? contentType, written: written)
    default:
      throw context.error(
        "the encoding '\(encoding)' is not known, expected \"base64\", \"JSON\" or false",
        at: encoded ?? value)
    }
  }

  private func inline(_ value: JSONValue, contentType: String?, written: String?) -> Body {
    guard let text = value.string else {
      return Body(value.isNull ? .null : .json(value), contentType: written)
    }
    guard !text.isEmpty else { return Body(.empty, contentType: written) }
    guard let contentType else { return Body(.text(text), contentType: written) }
    let type = MediaType(contentType)
    if type.isJSON {
      // A string that is itself a JSON text stands for that text, as in the reference.
      if let parsed = try? JSONDocument(parsing: Array(text.utf8)) {
        return Body(.json(parsed.root), contentType: written)
      }
      // A query on its own is the other form that GraphQL has.
      return Body(type.isGraphQL ? .text(text) : .json(value), contentType: written)
    }
    if !type.isText, !type.isMultipart, let bytes = Base64.decode(text) {
      return Body(.binary(bytes), contentType: written)
    }
    return Body(.text(text), contentType: written)
  }
}
