import ContractModel
import JSONText

/// A step of the way to the value that is being compared; its text is only made for a mismatch.
enum JSONPathStep {
  /// The node of a key, in the expected or in the actual document.
  case key(UInt32, isExpected: Bool)
  case index(Int)

  /// The path as a text, e.g. `$.items[0].id`.
  static func text(
    of steps: [JSONPathStep], _ expected: JSONDocument, _ actual: JSONDocument
  ) -> String {
    steps.reduce(into: "$") { text, step in
      switch step {
      case .key(let node, let isExpected):
        let key = JSONValue(document: isExpected ? expected : actual, node: node)
        text += PathExpression.step(key.string ?? "")
      case .index(let index): text += "[\(index)]"
      }
    }
  }
}
