import ContractModel
import JSONText

/// The way to the value that is being compared; its text is only made for a mismatch.
struct MismatchPath {
  private enum Step {
    case key(JSONValue)
    case index(Int)
  }

  private var steps: [Step] = []

  mutating func enter(_ key: JSONValue) { steps.append(.key(key)) }
  mutating func enter(_ index: Int) { steps.append(.index(index)) }
  mutating func leave() { steps.removeLast() }

  var text: String {
    steps.reduce(into: "$") { text, step in
      switch step {
      case .key(let key): text += PathExpression.step(key.string ?? "")
      case .index(let index): text += "[\(index)]"
      }
    }
  }
}
