import ContractModel
import JSONText

/// The generators of a body or of metadata, by their paths.
struct PathGenerators: Sendable {
  /// A generator with its number among all and its path.
  struct Item: Sendable {
    let id: Int
    let generator: CompiledGenerator
    let path: PathExpression
  }

  /// The generators in the order of the file.
  let items: [Item]
  /// Their paths, by places in `items`.
  let states: PathStates

  /// - Throws: ``RuleError`` when a path is longer than any body is deep, or there are too many
  ///   combinations of them.
  init(_ items: [Item]) throws(RuleError) {
    for item in items where item.path.tokens.count > JSONDocument.defaultDepthLimit {
      throw RuleError(
        "the path has more than \(JSONDocument.defaultDepthLimit) steps",
        rule: item.generator.entry.definition)
    }
    self.items = items
    do throws(RuleError) {
      states = try PathStates(items.map(\.path))
    } catch {
      throw RuleError(error.message, rule: items.first?.generator.entry.definition)
    }
  }

  /// Whether there are none.
  var isEmpty: Bool { items.isEmpty }

  /// The generator at the root, as a place in `items`.
  var atRoot: Int? { states.root.flatMap { states.path(at: $0) } }
}
