/// One member of an object.
public struct JSONMember: Sendable {
  /// The key, as a string value with a position of its own.
  public let key: JSONValue
  /// The value.
  public let value: JSONValue

  /// The decoded key.
  public var name: String { key.string ?? "" }
}

/// The members of an object, in the order of the text.
public struct JSONMembers: Sequence, Sendable {
  private let object: JSONValue

  init(_ object: JSONValue) { self.object = object }

  /// Starts a walk over the members.
  public func makeIterator() -> Iterator {
    let isObject = object.kind == .object
    return Iterator(
      document: object.document, cursor: object.node + 1,
      end: isObject ? object.entry.next : object.node + 1)
  }

  /// The first member, or `nil` when there is none.
  public var first: JSONMember? {
    var iterator = makeIterator()
    return iterator.next()
  }

  /// Walks over the members.
  public struct Iterator: IteratorProtocol {
    let document: JSONDocument
    var cursor: UInt32
    let end: UInt32

    /// The next member, or `nil` behind the last.
    public mutating func next() -> JSONMember? {
      guard cursor < end else { return nil }
      let key = JSONValue(document: document, node: cursor)
      let value = JSONValue(document: document, node: cursor + 1)
      cursor = value.entry.next
      return JSONMember(key: key, value: value)
    }
  }
}
