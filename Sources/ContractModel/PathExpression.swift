/// A path into a body, as matching rules name places: `$.items[*].sku`, `$['a b'][0]`, `$.*.id`.
///
/// The grammar is the Pact specification's: `$`, then `.name`, `['name']`, `[0]`, `.*` and `[*]`. A
/// path without `$` starts at the root as well.
public struct PathExpression: Sendable, Hashable {
  /// One step of a path.
  public enum Token: Sendable, Hashable {
    /// The member of that name.
    case key(String)
    /// The element at that index, from 0.
    case index(Int)
    /// Every member or element.
    case anyMember
    /// Every element.
    case anyElement
  }

  /// The steps from the root.
  public var tokens: [Token]

  /// Creates a path from its steps.
  public init(_ tokens: [Token] = []) { self.tokens = tokens }

  /// Reads a path expression.
  ///
  /// - Parameter text: the expression; an empty one is the root.
  /// - Throws: ``PathExpressionError`` with what is wrong and where.
  public init(parsing text: String) throws(PathExpressionError) {
    var parser = PathExpressionParser(text)
    tokens = try parser.run()
  }
}

extension PathExpression: CustomStringConvertible {
  /// The path as the specification writes it.
  public var description: String {
    tokens.reduce(into: "$") { text, token in
      switch token {
      case .key(let name): text += Self.isPlain(name) ? ".\(name)" : Self.bracketed(name)
      case .index(let index): text += "[\(index)]"
      case .anyMember: text += ".*"
      case .anyElement: text += "[*]"
      }
    }
  }

  /// A member's step as mismatches tell it: `.name`, `[7]` for a name of digits alone, `['a b']` for any
  /// other.
  package static func step(_ name: String) -> String {
    if !name.isEmpty, name.utf8.allSatisfy({ (0x30...0x39).contains($0) }) { return "[\(name)]" }
    return isPlain(name) ? ".\(name)" : bracketed(name)
  }

  /// Whether a name needs no brackets.
  private static func isPlain(_ name: String) -> Bool {
    !name.isEmpty
      && name.utf8.enumerated().allSatisfy { offset, byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "_"):
          true
        case UInt8(ascii: "0")...UInt8(ascii: "9"): offset > 0
        default: false
        }
      }
  }

  /// A name in brackets, in the quotes that it does not have in it.
  private static func bracketed(_ name: String) -> String {
    name.utf8.contains(UInt8(ascii: "'")) ? "[\"\(name)\"]" : "['\(name)']"
  }
}
