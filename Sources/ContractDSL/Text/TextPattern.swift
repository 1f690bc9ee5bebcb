/// A text of a contract: a path, a header's value, a parameter, a text within JSON or XML.
///
/// A literal is exact, a named pattern is loose, and patterns may stand within a literal:
///
/// ```swift
/// headers: [
///   .accept: "application/json",
///   .authorization: "Bearer \(.matching(#"[\w.-]+"#, example: "t0k3n"))",
///   "X-Trace": .uuid(),
/// ]
/// ```
///
/// A text with patterns in it becomes one regular expression, in which the literal parts stand for
/// themselves. An array literal is a header field or query parameter with several values.
public struct TextPattern: Sendable, Hashable {
  /// A part of a text.
  enum Piece: Sendable, Hashable {
    case literal(String)
    case leaf(LeafPattern)
  }

  /// What the text is.
  indirect enum Content: Sendable, Hashable {
    case pieces([Piece])
    case list([TextPattern])
    case each(TextPattern, Bounds)
  }

  var content: Content

  init(_ content: Content) { self.content = content }

  init(_ leaf: LeafPattern) { content = .pieces([.leaf(leaf)]) }

  /// Creates a pattern that holds for one text and no other.
  ///
  /// - Parameter text: the text.
  public init(_ text: String) { content = .pieces(text.isEmpty ? [] : [.literal(text)]) }

  /// The pattern alone in the text, or `nil` when it is a literal, longer, or a list.
  var leaf: LeafPattern? {
    guard case .pieces(let pieces) = content, pieces.count == 1,
      case .leaf(let leaf)? = pieces.first
    else { return nil }
    return leaf
  }

  /// Whether the text is a literal.
  var isLiteral: Bool {
    guard case .pieces(let pieces) = content else { return false }
    return pieces.allSatisfy { if case .literal = $0 { true } else { false } }
  }
}
