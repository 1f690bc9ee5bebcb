import CLibXML2

/// Writes an indented XML document into memory.
///
/// A write that fails makes ``finish()`` throw; until then the calls need no check.
struct XMLWriter: ~Copyable {
  /// libxml2 builds its tables at first use; this makes it do so once, whatever thread comes first.
  private static let initialized: Void = xmlInitParser()

  private let buffer: xmlBufferPtr
  private let writer: xmlTextWriterPtr
  private var scratch: [UInt8] = []
  private var failed = false

  /// Starts a document.
  ///
  /// - Parameter capacity: how many bytes are reserved at the start.
  init(capacity: Int) throws(ReportError) {
    _ = Self.initialized
    guard let buffer = xmlBufferCreateSize(capacity) else { throw .xmlNotWritten }
    guard let writer = xmlNewTextWriterMemory(buffer, 0) else {
      xmlBufferFree(buffer)
      throw .xmlNotWritten
    }
    self.buffer = buffer
    self.writer = writer
    check(xmlTextWriterSetIndent(writer, 1))
    check(xmlTextWriterSetIndentString(writer, "  "))
    check(xmlTextWriterStartDocument(writer, nil, "UTF-8", nil))
  }

  deinit {
    xmlFreeTextWriter(writer)
    xmlBufferFree(buffer)
  }

  /// Writes an element whose attributes and content the closure writes, attributes first.
  mutating func element(_ name: StaticString, _ content: (inout XMLWriter) -> Void) {
    check(xmlTextWriterStartElement(writer, name.utf8Start))
    content(&self)
    check(xmlTextWriterEndElement(writer))
  }

  /// Writes an element with nothing in it.
  mutating func element(_ name: StaticString) { element(name) { _ in } }

  /// Writes an attribute.
  mutating func attribute(_ name: StaticString, _ value: String) {
    check(xmlTextWriterStartAttribute(writer, name.utf8Start))
    write(value, inAttribute: true)
    check(xmlTextWriterEndAttribute(writer))
  }

  /// Writes an attribute with a number.
  mutating func attribute(_ name: StaticString, _ value: Int) { attribute(name, String(value)) }

  /// Writes text.
  mutating func text(_ text: String) { write(text, inAttribute: false) }

  private mutating func write(_ text: String, inAttribute: Bool) {
    scratch.removeAll(keepingCapacity: true)
    text.appendXML(to: &scratch, inAttribute: inAttribute)
    guard let count = Int32(exactly: scratch.count) else { return failed = true }
    check(xmlTextWriterWriteRawLen(writer, scratch, count))
  }

  /// Ends the document and returns its bytes.
  consuming func finish() throws(ReportError) -> [UInt8] {
    check(xmlTextWriterEndDocument(writer))
    check(xmlTextWriterFlush(writer))
    guard !failed, let start = xmlBufferContent(buffer) else { throw .xmlNotWritten }
    return Array(UnsafeBufferPointer(start: start, count: Int(xmlBufferLength(buffer))))
  }

  private mutating func check(_ status: Int32) {
    if status < 0 { failed = true }
  }
}
