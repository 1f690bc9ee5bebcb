/// A parsed XML document: what of it is compared, in flat arrays.
///
/// Elements lie in document order, so that the children of an element are the elements after it up to
/// its end. Comments and processing instructions are dropped.
struct XMLTree: Sendable {
  /// An element.
  struct Element: Sendable {
    /// The number of its name.
    var name: Int32
    /// The number of its prefix as written, or -1.
    var prefix: Int32
    /// The line on which its start tag ends.
    var line: Int32
    /// The first element after those in it.
    var end: Int32 = 0
    /// Where its attributes start.
    var firstAttribute: Int32
    /// How many attributes it has.
    var attributeCount: Int32
    /// Its own text and CDATA, without the white space at the ends.
    var text = Slice()
  }

  /// An attribute, which is no namespace declaration.
  struct Attribute: Sendable {
    /// The number of its name.
    var name: Int32
    /// The number of its prefix as written, or -1.
    var prefix: Int32
    /// Its value.
    var value: Slice
  }

  /// A piece of the document's texts.
  struct Slice: Sendable {
    /// Where it starts.
    var start: Int32 = 0
    /// How many bytes it has.
    var count: Int32 = 0
  }

  /// The elements in document order; the first is the root.
  let elements: [Element]
  /// The attributes of all elements, in the order of the elements.
  let attributes: [Attribute]
  /// The names of elements and attributes, and the prefixes.
  let names: XMLNames
  private let bytes: [UInt8]

  /// Parses a document in any encoding that it declares.
  ///
  /// - Throws: ``XMLError`` when the text is not well-formed, has a document type declaration, or is
  ///   beyond a limit.
  init(parsing bytes: [UInt8]) throws(XMLError) {
    self = try XMLReader.tree(of: bytes, isDecoded: false)
  }

  /// Parses a document that is already text: what it declares of its encoding says nothing.
  ///
  /// - Throws: ``XMLError`` as for bytes.
  init(parsing text: String) throws(XMLError) {
    self = try XMLReader.tree(of: Array(text.utf8), isDecoded: true)
  }

  /// Parses a document whose character set the headers may name, which then counts more than what the
  /// document declares (RFC 7303).
  ///
  /// - Throws: ``XMLError`` as for bytes.
  init(parsing bytes: [UInt8], charset: String?) throws(XMLError) {
    if let charset, let text = TextDecoding.text(bytes, charset: charset) {
      self = try XMLTree(parsing: text)
    } else {
      self = try XMLTree(parsing: bytes)
    }
  }

  /// Puts a document together.
  init(elements: [Element], attributes: [Attribute], names: XMLNames, bytes: [UInt8]) {
    self.elements = elements
    self.attributes = attributes
    self.names = names
    self.bytes = bytes
  }

  /// The attributes of an element, as places in ``attributes``.
  func attributes(of element: Int) -> Range<Int> {
    let start = Int(elements[element].firstAttribute)
    return start..<start + Int(elements[element].attributeCount)
  }

  /// The children of an element, as places in ``elements``.
  func children(of element: Int) -> XMLChildren { XMLChildren(of: element, in: self) }

  /// A piece of text.
  func string(_ slice: Slice) -> String { String(decoding: utf8(slice), as: UTF8.self) }

  /// The bytes of a piece of text.
  func utf8(_ slice: Slice) -> ArraySlice<UInt8> {
    bytes[Int(slice.start)..<Int(slice.start) + Int(slice.count)]
  }

  /// A name with its prefix as the document writes it.
  func written(_ name: Int32, prefix: Int32) -> String {
    prefix < 0 ? names.local(name) : "\(names.local(prefix)):\(names.local(name))"
  }
}
