/// The child elements of one element, in document order.
struct XMLChildren: Sequence, IteratorProtocol {
  private let elements: [XMLTree.Element]
  private var place: Int
  private let end: Int

  /// The children of an element.
  init(of element: Int, in tree: XMLTree) {
    elements = tree.elements
    place = element + 1
    end = Int(tree.elements[element].end)
  }

  /// Whether there is none.
  var isEmpty: Bool { place >= end }

  /// The place of the next child.
  mutating func next() -> Int? {
    guard place < end else { return nil }
    let child = place
    place = Int(elements[child].end)
    return child
  }
}
