import ContractModel

extension Body {
  /// A body of text that is read back as it is written.
  ///
  /// In a file a text of a type that is no text's would be taken for base64 where it could be that, and one of a
  /// JSON type for a JSON string; so they are written as bytes.
  static func text(_ text: String, contentType: String) -> Body {
    let type = MediaType(contentType)
    let isTaken = type.isText || type.isMultipart ? false : Base64.decode(text) != nil
    if isTaken || type.isJSON && !type.isGraphQL {
      return Body(.binary(Array(text.utf8)), contentType: contentType)
    }
    return Body(.text(text), contentType: contentType)
  }
}
