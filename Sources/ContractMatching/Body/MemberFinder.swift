import JSONText

/// Finds members of one object by the keys of another.
///
/// Two objects with their members in the same order cost one step a member; in another order a large
/// object gets an index.
struct MemberFinder {
  private let object: JSONValue
  private var rest: JSONMembers.Iterator
  private var index: [String: JSONValue]?
  private var steps = 0

  /// Beyond this many steps an index is cheaper.
  private static let stepLimit = 64

  init(_ object: JSONValue) {
    self.object = object
    rest = object.members.makeIterator()
  }

  /// How many members the object has.
  var count: Int { object.count }

  mutating func value(of key: JSONValue) -> JSONValue? {
    if let index { return index[key.string ?? ""] }
    if let next = rest.next(), next.key.hasSameKey(as: key),
      object.document.duplicateKeys.isEmpty
    {
      return next.value
    }
    rest = object.members.makeIterator()
    var found: JSONValue?
    while let member = rest.next() {
      steps += 1
      if member.key.hasSameKey(as: key) {
        found = member.value
        if object.document.duplicateKeys.isEmpty { return found }
      }
    }
    if steps > Self.stepLimit { index = object.memberIndex }
    return found
  }
}
