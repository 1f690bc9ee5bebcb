/// A list of values that knows how large it is, all that lies in it included.
struct TemplateList: Sendable {
  /// The elements.
  let elements: [TemplateValue]
  /// How much work it is to walk over the list; see ``TemplateValue/weight``.
  let weight: Int
  /// How many lists lie in each other.
  let depth: Int

  static let depthLimit = 64

  /// Takes the elements.
  init(_ elements: [TemplateValue]) {
    self.elements = elements
    var (weight, depth) = (elements.count + 1, 0)
    for element in elements {
      weight = min(weight + element.weight, 1 << 40)
      if case .sequence(let list) = element { depth = max(depth, list.depth) }
    }
    self.weight = weight
    self.depth = depth + 1
  }
}
