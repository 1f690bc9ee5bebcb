/// A piece of an XML text.
enum XMLToken {
  /// A start tag, or the tag of an empty element.
  case start(XMLTag)
  /// An end tag.
  case end(String)
  /// The lines of a text that are not empty, trimmed.
  case text([String])
  /// A comment, a processing instruction or a document type.
  case other(String)
  /// Markup that the text ends within.
  case unfinished(String)
}
