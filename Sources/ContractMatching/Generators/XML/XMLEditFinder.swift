/// Walks over a document and finds what paths lead to.
struct XMLEditFinder {
  private let tree: XMLTree
  private let source: XMLSource
  private let shape: XMLShape
  private let textKey: Int?
  private var walk: XMLPathWalk
  private var spellings: XMLSpellings
  /// The elements that are still to be looked at, with the nodes of the paths that lead there.
  private var pending: [(element: Int, nodes: [Int])] = []
  /// The path that replaces each element's text, or -1.
  private var texts: [Int]
  private var edits: [XMLEdit] = []

  /// Where the paths stand at the elements of one name.
  private struct GroupState {
    /// The nodes that the name leads to.
    let names: [Int]
    /// The nodes that lead to each of the elements, when that is the same for all.
    let shared: [Int]?
  }

  private init(_ tree: XMLTree, _ source: XMLSource, _ paths: XMLPathTree) {
    self.tree = tree
    self.source = source
    shape = XMLShape(tree)
    textKey = paths.key("#text")
    walk = XMLPathWalk(paths, elementCount: tree.elements.count)
    spellings = XMLSpellings(tree, paths)
    texts = Array(repeating: -1, count: tree.elements.count)
  }

  /// The changes in the order of the document, or `nil` when it takes too much to find them.
  ///
  /// - Parameter source: the places of the document, which fit the tree.
  static func edits(
    _ tree: XMLTree, _ source: XMLSource, _ paths: XMLPathTree
  ) -> [XMLEdit]? {
    var finder = XMLEditFinder(tree, source, paths)
    return finder.run() ? finder.edits : nil
  }

  private mutating func run() -> Bool {
    let names = walk.named(spellings.keys(ofElements: [0]), below: [0])
    pending.append((0, walk.elements(0, of: names)))
    while !walk.isExhausted, let (element, nodes) = pending.popLast() {
      guard !nodes.isEmpty else { continue }
      findText(element, nodes)
      findAttributes(element, nodes)
      enterChildren(of: element, nodes)
    }
    guard !walk.isExhausted else { return false }
    addTexts()
    edits.sort { $0.range.lowerBound < $1.range.lowerBound }
    return true
  }

  private mutating func findText(_ element: Int, _ nodes: [Int]) {
    let candidates = walk.text(
      of: nodes, key: textKey, hasText: source.elements[element].hasText,
      hasChildren: !tree.children(of: element).isEmpty)
    if let path = walk.strongest(candidates) { texts[element] = path }
  }

  private mutating func findAttributes(_ element: Int, _ nodes: [Int]) {
    for place in tree.attributes(of: element) {
      let names = walk.named(spellings.keys(of: tree.attributes[place]), below: nodes)
      guard let path = walk.strongest(names) else { continue }
      let attribute = source.attributes[place]
      edits.append(
        XMLEdit(range: attribute.value, kind: .attribute(quote: attribute.quote), item: path))
    }
  }

  private mutating func enterChildren(of element: Int, _ nodes: [Int]) {
    let groups = shape.groups(of: element)
    guard !groups.isEmpty else { return }
    let states = groups.map { state(of: shape.groups[$0], below: nodes) }
    for child in tree.children(of: element) {
      let (group, index) = shape.place(of: child)
      let state = states[group - groups.lowerBound]
      let next = state.shared ?? walk.elements(index, of: state.names)
      if !next.isEmpty { pending.append((child, next)) }
    }
  }

  private mutating func state(of group: XMLShape.Group, below nodes: [Int]) -> GroupState {
    let members = shape.members[group.firstMember..<group.firstMember + group.count]
    let names = walk.named(spellings.keys(ofElements: members), below: nodes)
    return GroupState(names: names, shared: walk.eachElement(of: names))
  }

  private mutating func addTexts() {
    var isPlaced = Array(repeating: false, count: texts.count)
    for piece in source.pieces where texts[piece.element] >= 0 {
      let kind: XMLEdit.Kind = isPlaced[piece.element] ? .removal : .text
      edits.append(XMLEdit(range: piece.range, kind: kind, item: texts[piece.element]))
      isPlaced[piece.element] = true
    }
    for (place, element) in source.elements.enumerated()
    where texts[place] >= 0 && !isPlaced[place] {
      let end = element.tagEnd
      let edit =
        element.isEmptyTag
        ? XMLEdit(range: end, kind: .emptyTag(name: element.name), item: texts[place])
        : XMLEdit(range: end.upperBound..<end.upperBound, kind: .text, item: texts[place])
      edits.append(edit)
    }
  }
}
