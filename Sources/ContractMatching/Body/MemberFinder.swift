import JSONText

/// Finds members of one object by the keys of another.
///
/// Objects with their members in the same order cost one step a member, also when one has more of them;
/// in another order a large object gets an index.
struct MemberFinder {
  private let document: JSONDocument
  private let object: UInt32
  private let end: UInt32
  /// The key at which the next search starts, and its place among the members.
  private var cursor: UInt32
  private var place = 0
  private var index: [ExactText: (value: UInt32, place: Int)]?
  private var steps = 0

  /// Beyond this many steps in vain an index is cheaper.
  private static let stepLimit = 64

  /// - Parameter object: the node of an object.
  init(in document: JSONDocument, _ object: UInt32) {
    self.document = document
    self.object = object
    end = document.tape[Int(object)].next
    cursor = object + 1
    // Of duplicate keys the last counts.
    if !document.duplicateKeys.isEmpty { makeIndex() }
  }

  /// The value of the member with that key.
  @inline(__always)
  mutating func value(of key: UInt32, in other: JSONDocument) -> UInt32? {
    place(of: key, in: other)?.value
  }

  /// The value of the member with that key, and its place among the members.
  mutating func place(of key: UInt32, in other: JSONDocument) -> (value: UInt32, place: Int)? {
    if let index { return index[Self.text(of: key, in: other)] }
    let start = cursor
    var isRound = false
    while true {
      if cursor >= end {
        if isRound || start == object + 1 { return nil }
        (cursor, place, isRound) = (object + 1, 0, true)
      }
      if isRound, cursor >= start { return nil }
      let (value, place) = (cursor + 1, place)
      let isFound = document.hasSameKey(cursor, as: key, in: other)
      cursor = document.tape[Int(value)].next
      self.place += 1
      if isFound { return (value, place) }
      steps += 1
      if steps > Self.stepLimit {
        makeIndex()
        return self.place(of: key, in: other)
      }
    }
  }

  /// Whether the object has more members than that many.
  func hasMore(than count: Int) -> Bool {
    if let index { return index.count > count }
    var key = object + 1
    var seen = 0
    while key < end {
      seen += 1
      if seen > count { return true }
      key = document.tape[Int(key + 1)].next
    }
    return false
  }

  private mutating func makeIndex() {
    var index: [ExactText: (value: UInt32, place: Int)] = [:]
    var key = object + 1
    var place = 0
    while key < end {
      index[Self.text(of: key, in: document)] = (key + 1, place)
      key = document.tape[Int(key + 1)].next
      place += 1
    }
    self.index = index
  }

  private static func text(of key: UInt32, in document: JSONDocument) -> ExactText {
    ExactText(JSONValue(document: document, node: key).string ?? "")
  }
}
