/// Writes HTML that is well-formed XML, too.
///
/// Markup is a `StaticString`, which only the source can hold; every other text is escaped. So no
/// text from outside can be markup.
package struct HTMLWriter {
  /// What is written so far, as UTF-8.
  package private(set) var bytes: [UInt8] = []

  /// Hands over what is written so far once it is much.
  mutating func drain(to sink: ([UInt8]) -> Void) {
    guard bytes.count >= 65_536 else { return }
    sink(bytes)
    bytes.removeAll(keepingCapacity: true)
  }

  /// Creates a writer of nothing.
  package init() {}

  /// Writes markup.
  package mutating func markup(_ markup: StaticString) {
    markup.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// Writes text in which control characters are shown escaped.
  package mutating func text(_ text: String) {
    text.visible.appendXML(to: &bytes, inAttribute: true)
  }

  /// Writes a command or code: its line ends and tabs stay.
  package mutating func code(_ text: String) {
    text.visibleCommand.appendXML(to: &bytes, inAttribute: false)
  }

  /// Writes a number.
  package mutating func number(_ number: Int) { bytes.append(contentsOf: String(number).utf8) }

  /// Writes an element whose content the closure writes.
  ///
  /// - Parameters:
  ///   - name: the element's name.
  ///   - attributes: its attributes with a space before each, or nothing.
  package mutating func element(
    _ name: StaticString, _ attributes: StaticString = "", _ content: (inout HTMLWriter) -> Void
  ) {
    markup("<")
    markup(name)
    markup(attributes)
    markup(">")
    content(&self)
    markup("</")
    markup(name)
    markup(">")
  }

  /// Writes an element with a text.
  package mutating func element(_ name: StaticString, _ attributes: StaticString = "", text: String)
  {
    element(name, attributes) { $0.text(text) }
  }
}
