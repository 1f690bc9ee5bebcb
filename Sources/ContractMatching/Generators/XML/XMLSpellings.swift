/// The keys of paths that mean the names of one document: a name can be spelt with its namespace, or
/// as the document writes it.
struct XMLSpellings {
  private struct Name: Hashable {
    var name: Int32
    var prefix: Int32
    var isAttribute: Bool
  }

  private let tree: XMLTree
  private let paths: XMLPathTree
  private var known: [Name: [Int]] = [:]

  /// Prepares looking names of a document up in paths.
  init(_ tree: XMLTree, _ paths: XMLPathTree) {
    self.tree = tree
    self.paths = paths
  }

  /// The keys that mean an attribute.
  mutating func keys(of attribute: XMLTree.Attribute) -> [Int] {
    keys(Name(name: attribute.name, prefix: attribute.prefix, isAttribute: true))
  }

  /// The keys that mean the elements of one name, with all prefixes that they have.
  ///
  /// - Parameter members: the elements.
  mutating func keys(ofElements members: ArraySlice<Int32>) -> [Int] {
    var (all, last): (Set<Int>, Int32?) = ([], nil)
    for member in members {
      let element = tree.elements[Int(member)]
      // Elements of one name mostly have one prefix.
      guard element.prefix != last else { continue }
      last = element.prefix
      let name = Name(name: element.name, prefix: element.prefix, isAttribute: false)
      all.formUnion(keys(name))
    }
    return Array(all)
  }

  private mutating func keys(_ name: Name) -> [Int] {
    if let known = known[name] { return known }
    let expanded = tree.names.expanded(name.name)
    let written = tree.written(name.name, prefix: name.prefix)
    let keys = (written == expanded ? [expanded] : [expanded, written]).compactMap {
      paths.key(name.isAttribute ? "@\($0)" : $0)
    }
    known[name] = keys
    return keys
  }
}
