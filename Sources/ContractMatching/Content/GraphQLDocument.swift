import JSONText

/// A GraphQL document (specification of October 2021) as the sequence of its significant tokens.
///
/// Documents are equal when their tokens are: white space, line ends, commas, comments and byte
/// order marks mean nothing, and of strings only their value counts, however it is written.
struct GraphQLDocument: Sendable, Hashable {
  private let tokens: [GraphQLToken]
  /// Where each token starts in the text.
  private let offsets: [Int]
  private let text: [UInt8]

  /// Reads a document; it is split into tokens, but only its outline is checked.
  ///
  /// - Returns: `nil` when the text has a token that GraphQL does not know, does not start as a
  ///   document does, has no `{…}` or has brackets that do not match.
  init?(_ text: String) {
    // An editor does not show the mark, so it is no column.
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let bytes = Array(text.utf8)
    self.text = bytes.starts(with: mark) ? Array(bytes.dropFirst(mark.count)) : bytes
    var lexer = GraphQLLexer(self.text)
    guard lexer.run(), Self.startsDocument(lexer.tokens), Self.isBalanced(lexer.tokens) else {
      return nil
    }
    tokens = lexer.tokens
    offsets = lexer.offsets
  }

  /// Whether the significant tokens of two documents are the same.
  static func == (left: GraphQLDocument, right: GraphQLDocument) -> Bool {
    left.tokens == right.tokens
  }

  /// Hashes the significant tokens.
  func hash(into hasher: inout Hasher) { hasher.combine(tokens) }

  /// What differs first, or `nil` when the documents are equal.
  ///
  /// - Parameter expected: the document that this one should be equal to.
  /// - Returns: e.g. `expected 'name' at line 3, column 5, found 'title'`, where the place is one
  ///   of this document.
  func difference(from expected: GraphQLDocument) -> String? {
    guard self != expected else { return nil }
    let place = zip(tokens, expected.tokens).enumerated().first { $1.0 != $1.1 }?.offset
    let index = place ?? min(tokens.count, expected.tokens.count)
    let offset = index < offsets.count ? offsets[index] : text.count
    let position = JSONPosition(offset: offset, in: text)
    return "expected \(expected.shown(index)) at line \(position.line), column \(position.column),"
      + " found \(shown(index))"
  }

  private func shown(_ index: Int) -> String {
    index < tokens.count ? "'\(tokens[index].shown)'" : "the end of the document"
  }

  private static let operations: Set<String> = ["query", "mutation", "subscription", "fragment"]
  private static let definitions: Set<String> = [
    "schema", "scalar", "type", "interface", "union", "enum", "input", "directive", "extend",
  ]

  private static func startsDocument(_ tokens: [GraphQLToken]) -> Bool {
    switch tokens.first {
    case .punctuator(UInt8(ascii: "{")):
      // In a selection, other than in a JSON object, a field or a fragment comes first.
      switch tokens.dropFirst().first {
      case .name, .punctuator(UInt8(ascii: ".")): return true
      default: return false
      }
    case .name(let name):
      let word = String(decoding: name, as: UTF8.self)
      return operations.contains(word) || definitions.contains(word)
    case .string:
      // A description.
      guard case .name(let name)? = tokens.dropFirst().first else { return false }
      return definitions.contains(String(decoding: name, as: UTF8.self))
    default: return false
    }
  }

  /// Whether every bracket has its counterpart, and a pair of braces is among them.
  private static func isBalanced(_ tokens: [GraphQLToken]) -> Bool {
    var open: [UInt8] = []
    var hasBraces = false
    for case .punctuator(let byte) in tokens {
      switch byte {
      case UInt8(ascii: "("): open.append(UInt8(ascii: ")"))
      case UInt8(ascii: "["): open.append(UInt8(ascii: "]"))
      case UInt8(ascii: "{"):
        hasBraces = true
        open.append(UInt8(ascii: "}"))
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
        guard open.popLast() == byte else { return false }
      default: break
      }
    }
    return hasBraces && open.isEmpty
  }
}
