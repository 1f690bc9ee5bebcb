import ContractModel
import JSONText

/// Reads bodies: inline ones of versions 1 to 3, and version 4's that say what they are.
struct PactBodyReader {
  let context: FileContext
  let specification: SpecificationVersion

  /// - Parameter contentType: what the headers say.
  func read(_ value: JSONValue?, contentType: String?) throws(Diagnostic) -> Body {
    guard let value else { return .missing }
    if specification >= .v4, value.kind == .object, value["content"] != nil {
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
      return decoded(bytes, type: written ?? contentType, written: written)
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
      let parsed = try? JSONDocument(parsing: Array(text.utf8))
      return Body(.json(parsed?.root ?? value), contentType: written)
    }
    if !type.isText, !type.isMultipart, let bytes = Base64.decode(text) {
      return Body(.binary(bytes), contentType: written)
    }
    return Body(.text(text), contentType: written)
  }

  private func decoded(_ bytes: [UInt8], type: String?, written: String?) -> Body {
    guard !bytes.isEmpty else { return Body(.empty, contentType: written) }
    let media = type.map(MediaType.init)
    if media?.isJSON == true, let document = try? JSONDocument(parsing: bytes) {
      return Body(.json(document.root), contentType: written)
    }
    if media?.isText == true, let text = String(validating: bytes, as: UTF8.self) {
      return Body(.text(text), contentType: written)
    }
    return Body(.binary(bytes), contentType: written)
  }
}
