/// The elements of an array, in order.
public struct JSONElements: Sequence, Sendable {
  private let array: JSONValue

  init(_ array: JSONValue) { self.array = array }

  /// Starts a walk over the elements.
  public func makeIterator() -> Iterator {
    let isArray = array.kind == .array
    return Iterator(
      document: array.document, cursor: array.node + 1,
      end: isArray ? array.entry.next : array.node + 1)
  }

  /// The first element, or `nil` when there is none.
  public var first: JSONValue? {
    var iterator = makeIterator()
    return iterator.next()
  }

  /// Walks over the elements.
  public struct Iterator: IteratorProtocol {
    let document: JSONDocument
    var cursor: UInt32
    let end: UInt32

    /// The next element, or `nil` behind the last.
    public mutating func next() -> JSONValue? {
      guard cursor < end else { return nil }
      let value = JSONValue(document: document, node: cursor)
      cursor = value.entry.next
      return value
    }
  }
}
