import Synchronization

/// A parsed JSON text: the text itself and an index into it.
///
/// A document keeps what matching, rewriting and error messages need and other readers drop: the
/// order of members, the exact text of numbers, and the line and column of every value. Values are
/// views into it.
public final class JSONDocument: Sendable {
  /// The whole text, a byte order mark included.
  public let bytes: [UInt8]
  package let tape: [JSONTapeNode]
  let duplicateNodes: [UInt32]
  /// Where the text starts in the one that it was taken from.
  let origin: JSONPosition
  /// What positions are found by, made when the first one is asked for; see ``JSONLineIndex``.
  private let blocks = Mutex<[JSONPosition]?>(nil)

  /// How deep a text may be nested unless told otherwise.
  public static let defaultDepthLimit: Int = 512

  /// Parses a text by RFC 8259, strictly.
  ///
  /// - Parameters:
  ///   - bytes: the text, UTF-8; a byte order mark at its start is skipped.
  ///   - depthLimit: how many containers may lie in each other.
  /// - Throws: ``JSONSyntaxError`` with the place of the first offending byte.
  public convenience init(
    parsing bytes: [UInt8], depthLimit: Int = JSONDocument.defaultDepthLimit
  ) throws(JSONSyntaxError) {
    try self.init(parsing: bytes, depthLimit: depthLimit, opaqueDepth: .max)
  }

  /// Parses a text of which only the outer levels are looked at.
  ///
  /// - Parameters:
  ///   - opaqueDepth: containers this deep are checked, but their content can only be read after
  ///     ``JSONValue/detached()``; the root is 1 deep.
  ///   - origin: where the text starts in a larger one.
  package init(
    parsing bytes: [UInt8], depthLimit: Int = JSONDocument.defaultDepthLimit, opaqueDepth: Int,
    origin: JSONPosition = JSONPosition(line: 1, column: 1)
  ) throws(JSONSyntaxError) {
    var parser = JSONParser(
      textLength: opaqueDepth == .max ? bytes.count : 0, depthLimit: depthLimit,
      opaqueDepth: opaqueDepth)
    do {
      try parser.run(bytes.span)
    } catch {
      let position = JSONPosition(offset: error.offset, in: bytes).shifted(by: origin)
      throw JSONSyntaxError(message: error.message, offset: error.offset, position: position)
    }
    self.bytes = bytes
    self.tape = parser.tape
    self.duplicateNodes = parser.duplicates
    self.origin = origin
  }

  /// The position of a byte, in a time that does not grow with what stands before it.
  func position(ofByte offset: Int) -> JSONPosition {
    let blocks = blocks.withLock { known in
      let blocks = known ?? JSONLineIndex.blocks(of: bytes)
      known = blocks
      return blocks
    }
    return JSONLineIndex.position(ofByte: offset, in: self, blocks)
  }

  /// The value that the text holds.
  public var root: JSONValue { JSONValue(document: self, node: 0) }

  /// Keys that stand in their object more than once: each repeated one, in the order of the text.
  ///
  /// A lookup finds the last of them.
  public var duplicateKeys: [JSONValue] {
    duplicateNodes.map { JSONValue(document: self, node: $0) }
  }
}
