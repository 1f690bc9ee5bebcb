import ContractModel
import JSONText

/// Texts by name, in their order: parameters of a query, fields of a form, attributes in XML.
///
/// ```swift
/// query: ["page": .integer(1), "tag": ["new", "gift"]]
/// ```
public struct TextPatterns: Sendable, Hashable, ExpressibleByDictionaryLiteral {
  /// A text and its name.
  struct Entry: Sendable, Hashable {
    var name: String
    var value: TextPattern
  }

  var entries: [Entry]

  /// Creates texts from a literal.
  public init(dictionaryLiteral entries: (String, TextPattern)...) {
    self.entries = entries.map(Entry.init)
  }

  /// Makes of the texts what a contract file has.
  func compiled(
    _ category: MatchingRuleSet.Category, _ noun: String, _ compilation: inout Compilation,
    selector: @escaping (_ name: String, _ index: Int?) -> String
  ) -> [Field] {
    var compiler = FieldCompiler(
      compilation: compilation, category: category, noun: noun, selector: selector)
    var names: Set<ExactText> = []
    let fields = entries.map { entry in
      if !names.insert(ExactText(entry.name)).inserted {
        compiler.compilation.report(
          "the name stands twice; give several values as a list", at: "\(noun) '\(entry.name)'")
      }
      return compiler.compile(entry.name, entry.value)
    }
    compilation = compiler.compilation
    return fields
  }
}
