/// Where the parts of an XML document stand in its text, as offsets of bytes.
struct XMLSource {
  /// An element.
  struct Element {
    /// Its name as written.
    let name: Range<Int>
    /// Where its attributes start in ``XMLSource/attributes``.
    let firstAttribute: Int
    /// How many attributes it has, without the declarations of namespaces.
    var attributeCount = 0
    /// What ends its start tag: `>` or `/>`.
    var tagEnd: Range<Int>
    /// Whether some of its own text is more than white space.
    var hasText = false

    /// Whether it is an empty-element tag.
    var isEmptyTag: Bool { tagEnd.count == 2 }
  }

  /// The value of an attribute.
  struct Attribute {
    /// What stands between the quotes.
    let value: Range<Int>
    /// The quote.
    let quote: UInt8
  }

  /// A text or CDATA section that is more than white space.
  struct Piece {
    /// The element whose own text it is.
    let element: Int
    /// The text without the white space at its ends, or the whole section.
    let range: Range<Int>
  }

  /// The elements in document order; the first is the root.
  var elements: [Element] = []
  /// The attributes of all elements in document order.
  var attributes: [Attribute] = []
  /// The texts of all elements in document order.
  var pieces: [Piece] = []

  /// The attributes of an element, as places in ``attributes``.
  func attributes(of element: Int) -> Range<Int> {
    let start = elements[element].firstAttribute
    return start..<start + elements[element].attributeCount
  }

  /// Whether these are the places of a document's elements and attributes.
  func fits(_ tree: XMLTree) -> Bool {
    elements.count == tree.elements.count && attributes.count == tree.attributes.count
      && elements.indices.allSatisfy { attributes(of: $0) == tree.attributes(of: $0) }
  }
}
