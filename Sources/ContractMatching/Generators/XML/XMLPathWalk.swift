/// Steps through a tree of paths, all that lead to a place at once.
struct XMLPathWalk {
  private let paths: XMLPathTree
  private let stepLimit: Int
  private var stepCount = 0

  /// Prepares a walk.
  ///
  /// - Parameter elementCount: how many elements the document has.
  init(_ paths: XMLPathTree, elementCount: Int) {
    self.paths = paths
    // Many wildcards beside names at the same levels cost each element as many steps as there are
    // combinations.
    stepLimit = 2_000_000 + 20 * elementCount
  }

  /// Whether that took too many steps; what was found since is not all.
  var isExhausted: Bool { stepCount > stepLimit }

  /// The nodes that a name leads to.
  ///
  /// - Parameter keys: the spellings of the name.
  mutating func named(_ keys: [Int], below nodes: [Int]) -> [Int] {
    guard !isExhausted else { return [] }
    stepCount += nodes.count * (keys.count + 1)
    var next: [Int] = []
    for node in nodes {
      for key in keys { if let name = paths.nodes[node].names[key] { next.append(name) } }
      if let any = paths.nodes[node].anyName { next.append(any) }
    }
    return next
  }

  /// The nodes that lead to one of the elements of a name.
  mutating func elements(_ index: Int, of names: [Int]) -> [Int] {
    guard !isExhausted else { return [] }
    stepCount += names.count
    var next: [Int] = []
    for name in names {
      if let one = paths.nodes[name].indices[index] { next.append(one) }
      if let any = paths.nodes[name].anyIndex { next.append(any) }
    }
    return next
  }

  /// The nodes that lead to each of the elements of a name, or `nil` when a path names an index.
  mutating func eachElement(of names: [Int]) -> [Int]? {
    guard names.allSatisfy({ paths.nodes[$0].indices.isEmpty }) else { return nil }
    return elements(0, of: names)
  }

  /// The nodes that lead to the text of an element.
  ///
  /// A path to the element means its text as well, but not where it has other elements and no text. A
  /// wildcard below the element means a text that is there.
  mutating func text(
    of nodes: [Int], key: Int?, hasText: Bool, hasChildren: Bool
  ) -> [Int] {
    stepCount += nodes.count
    var next = hasText || !hasChildren ? nodes : []
    for node in nodes {
      if let key, let text = paths.nodes[node].names[key] { next.append(text) }
      if hasText, let any = paths.nodes[node].anyName { next.append(any) }
    }
    return next
  }

  /// The strongest of the paths that end at nodes.
  func strongest(_ nodes: [Int]) -> Int? {
    var best: Int?
    for node in nodes {
      if let path = paths.nodes[node].path, paths.isStronger(path, than: best) { best = path }
    }
    return best
  }
}
