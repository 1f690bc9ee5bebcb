/// Builds a tree from what the parser reports.
final class XMLTreeBuilder {
  /// How deep elements may be nested.
  static let depthLimit = 256
  /// How many elements and attributes a document may have.
  static let nodeLimit = 1_000_000
  /// How many attributes an element may have, and how many namespaces may be declared around it.
  static let tagLimit = 1_000

  private var elements: [XMLTree.Element] = []
  private var attributes: [XMLTree.Attribute] = []
  private var names = XMLNames()
  private var bytes: [UInt8] = []
  /// The elements that are not closed yet.
  private var open: [Int] = []
  /// The text of each open element so far; longer than ``open`` to keep what is allocated.
  private var texts: [[UInt8]] = []
  /// How many namespaces are declared around each open element.
  private var namespaces: [Int] = [0]

  /// Makes room for a document of a size.
  init(byteCount: Int) {
    bytes.reserveCapacity(min(byteCount, 1 << 20))
    elements.reserveCapacity(min(byteCount / 50, 1 << 16))
    attributes.reserveCapacity(min(byteCount / 50, 1 << 16))
  }

  /// Enters an element, whose attributes follow.
  ///
  /// - Returns: which limit it is beyond, or `nil`.
  func enter(
    _ name: XMLQualifiedName, line: Int32, namespaceCount: Int, attributeCount: Int
  ) -> String? {
    let declared = (namespaces.last ?? 0) + namespaceCount
    if open.count >= Self.depthLimit {
      return "elements are nested deeper than \(Self.depthLimit)"
    }
    if elements.count + attributes.count + attributeCount >= Self.nodeLimit {
      return "the document has more than \(Self.nodeLimit) elements and attributes"
    }
    if attributeCount > Self.tagLimit {
      return "an element has more than \(Self.tagLimit) attributes"
    }
    if declared > Self.tagLimit {
      return "more than \(Self.tagLimit) namespaces are declared for an element"
    }
    if texts.count == open.count { texts.append([]) }
    open.append(elements.count)
    namespaces.append(declared)
    elements.append(
      XMLTree.Element(
        name: number(name), prefix: prefix(name), line: line,
        firstAttribute: Int32(truncatingIfNeeded: attributes.count),
        attributeCount: Int32(truncatingIfNeeded: attributeCount)))
    return nil
  }

  /// Adds an attribute to the element that was entered last.
  func attribute(_ name: XMLQualifiedName, value: UnsafeBufferPointer<UInt8>) {
    let slice = append(value)
    attributes.append(
      XMLTree.Attribute(name: number(name), prefix: prefix(name), value: slice))
  }

  /// Adds text to the element that is open.
  func text(_ piece: UnsafeBufferPointer<UInt8>) {
    guard !open.isEmpty else { return }
    texts[open.count - 1].append(contentsOf: piece)
  }

  /// Leaves the element that is open.
  func leave() {
    guard let element = open.popLast() else { return }
    namespaces.removeLast()
    elements[element].end = Int32(truncatingIfNeeded: elements.count)
    elements[element].text = texts[open.count].withUnsafeBufferPointer { append(trimmed($0)) }
    texts[open.count].removeAll(keepingCapacity: true)
  }

  /// The document, or `nil` when it has no root that is closed.
  func tree() -> XMLTree? {
    guard open.isEmpty, !elements.isEmpty else { return nil }
    return XMLTree(elements: elements, attributes: attributes, names: names, bytes: bytes)
  }

  private func number(_ name: XMLQualifiedName) -> Int32 {
    names.number(uri: name.uri, local: name.local)
  }

  private func prefix(_ name: XMLQualifiedName) -> Int32 {
    guard !name.prefix.isEmpty else { return -1 }
    return names.number(uri: UnsafeBufferPointer(start: nil, count: 0), local: name.prefix)
  }

  private func append(_ piece: UnsafeBufferPointer<UInt8>) -> XMLTree.Slice {
    let start = bytes.count
    bytes.append(contentsOf: piece)
    return XMLTree.Slice(
      start: Int32(truncatingIfNeeded: start), count: Int32(truncatingIfNeeded: piece.count))
  }

  private func trimmed(_ text: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    var (start, end) = (0, text.count)
    while start < end, Self.isSpace(text[start]) { start += 1 }
    while start < end, Self.isSpace(text[end - 1]) { end -= 1 }
    return UnsafeBufferPointer(rebasing: text[start..<end])
  }

  /// What XML calls white space; a no-break space is none.
  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D
  }
}
