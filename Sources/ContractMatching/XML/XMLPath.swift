import ContractModel

/// The way to the element that is being compared; its text is only made for a mismatch.
struct XMLPath {
  private struct Step {
    var name: Int32
    var index: Int?
  }

  private var steps: [Step] = []

  /// Enters an element.
  ///
  /// - Parameters:
  ///   - name: the number of its name.
  ///   - index: which of the elements of that name it is; `nil` when there is no other.
  mutating func enter(_ name: Int32, _ index: Int?) {
    steps.append(Step(name: name, index: index))
  }

  /// Leaves the element that was entered last.
  mutating func leave() { steps.removeLast() }

  /// The path, e.g. `$.root.item[2]`.
  ///
  /// - Parameter names: the names of the expected document.
  func text(_ names: XMLNames) -> String {
    steps.reduce(into: "$") { text, step in
      text += Self.step(names.expanded(step.name), step.index)
    }
  }

  /// The step to a child element.
  static func step(_ name: String, _ index: Int?) -> String {
    PathExpression.step(name) + (index.map { "[\($0)]" } ?? "")
  }
}
