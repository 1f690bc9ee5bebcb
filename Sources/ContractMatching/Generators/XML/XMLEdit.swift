/// A change to the text of an XML document.
struct XMLEdit {
  /// What becomes of the bytes.
  enum Kind: Sendable {
    /// They become the value, between these quotes.
    case attribute(quote: UInt8)
    /// They become the value.
    case text
    /// They are the end of an empty-element tag, which becomes a start tag, the value and an end tag
    /// of this name.
    case emptyTag(name: Range<Int>)
    /// They are removed.
    case removal
  }

  /// The bytes.
  let range: Range<Int>
  /// What becomes of them.
  let kind: Kind
  /// The generator, as a place among those of the paths.
  let item: Int

  /// Whether a value is made for it.
  var hasValue: Bool {
    if case .removal = kind { false } else { true }
  }
}
