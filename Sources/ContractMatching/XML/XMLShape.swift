/// The children of each element of a document by their names: order between different names does not
/// count, order between those of one name does.
struct XMLShape: Sendable {
  /// The children of one element that have the same name.
  struct Group: Sendable {
    /// The number of the name.
    var name: Int32
    /// Where the children start in ``XMLShape/members``.
    var firstMember: Int
    /// How many there are.
    var count: Int
  }

  /// The groups of all elements, in the order of the elements.
  private(set) var groups: [Group] = []
  /// The children, group by group.
  private(set) var members: [Int32]
  private var starts: [Int32] = []
  private var places: [Place]

  /// Where an element stands among its siblings.
  private struct Place {
    var group: Int32 = 0
    var index: Int32 = 0
  }

  /// Sorts the children of all elements, each once.
  init(_ tree: XMLTree) {
    members = []
    members.reserveCapacity(tree.elements.count)
    starts.reserveCapacity(tree.elements.count + 1)
    places = Array(repeating: Place(), count: tree.elements.count)
    // The group of each name in the element that was last sorted and had it.
    var latest = [Int](repeating: -1, count: tree.names.count)
    for element in tree.elements.indices {
      starts.append(Int32(truncatingIfNeeded: groups.count))
      sort(element, of: tree, &latest)
    }
    starts.append(Int32(truncatingIfNeeded: groups.count))
  }

  private mutating func sort(_ element: Int, of tree: XMLTree, _ latest: inout [Int]) {
    let first = groups.count
    for child in tree.children(of: element) {
      let name = tree.elements[child].name
      if latest[Int(name)] < first {
        latest[Int(name)] = groups.count
        groups.append(Group(name: name, firstMember: 0, count: 0))
      }
      let group = latest[Int(name)]
      places[child] = Place(
        group: Int32(truncatingIfNeeded: group),
        index: Int32(truncatingIfNeeded: groups[group].count))
      groups[group].count += 1
    }
    guard groups.count > first else { return }
    var start = members.count
    for group in first..<groups.count {
      groups[group].firstMember = start
      start += groups[group].count
    }
    members.append(contentsOf: repeatElement(0, count: start - members.count))
    for child in tree.children(of: element) {
      let group = groups[Int(places[child].group)]
      members[group.firstMember + Int(places[child].index)] = Int32(truncatingIfNeeded: child)
    }
  }

  /// The groups of an element's children, in the order of their first ones.
  func groups(of element: Int) -> Range<Int> {
    Int(starts[element])..<Int(starts[element + 1])
  }

  /// The group of an element, and which of it the element is.
  func place(of element: Int) -> (group: Int, index: Int) {
    (Int(places[element].group), Int(places[element].index))
  }

  /// The first child of a group.
  func first(of group: Int) -> Int { Int(members[groups[group].firstMember]) }
}
