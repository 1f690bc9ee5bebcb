import ContractModel

/// Which values of header fields or query parameters a generator is for.
///
/// Files spell it `name`, `name[0]`, `$.name` or `$['name'][0]`. Without an index it is for each value.
struct FieldSelector: Sendable {
  /// A field, and one of its values or all.
  struct Target: Sendable, Hashable {
    let name: String
    let index: Int?
  }

  /// What the selector may mean; the first whose name the example has counts.
  let targets: [Target]

  /// Reads a selector.
  ///
  /// - Throws: ``RuleError`` when it names no field.
  init(_ text: String) throws(RuleError) {
    if text.hasPrefix("$"), let path = try? PathExpression(parsing: text) {
      guard let target = Self.target(path) else {
        throw RuleError("'\(text)' names no field; expected a name such as $.name or $.name[0]")
      }
      targets = [target]
      return
    }
    guard !text.isEmpty else { throw RuleError("the generator needs the name of a field") }
    targets = [Target(name: text, index: nil)] + [Self.indexed(text)].compactMap { $0 }
  }

  private static func target(_ path: PathExpression) -> Target? {
    guard case .key(let name)? = path.tokens.first, path.tokens.count <= 2 else { return nil }
    switch path.tokens.dropFirst().first {
    case nil, .anyMember, .anyElement: return Target(name: name, index: nil)
    case .index(let index): return Target(name: name, index: index)
    case .key: return nil
    }
  }

  /// `name[0]`, which may be a name as well.
  private static func indexed(_ text: String) -> Target? {
    guard text.hasSuffix("]"), let open = text.lastIndex(of: "["), open > text.startIndex else {
      return nil
    }
    let digits = text[text.index(after: open)...].dropLast()
    guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let index = Int(digits) else {
      return nil
    }
    return Target(name: String(text[..<open]), index: index)
  }
}
