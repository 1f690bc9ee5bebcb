import ContractModel
import JSONText

/// A message, its contents and its metadata.
///
/// ```swift
/// message: .json(["id": .integer(42)], metadata: ["topic": "orders"])
/// ```
public struct MessagePattern: Sendable, Hashable {
  let body: BodyPattern
  let metadata: JSONPattern?

  /// Creates a message with any contents.
  ///
  /// - Parameters:
  ///   - body: the contents.
  ///   - metadata: what the transport carries beside them, as a JSON object.
  public static func message(_ body: BodyPattern, metadata: JSONPattern? = nil) -> MessagePattern {
    MessagePattern(body: body, metadata: metadata)
  }

  /// Creates a message with JSON.
  public static func json(
    _ value: JSONPattern, _ mediaType: String = "application/json", metadata: JSONPattern? = nil
  ) -> MessagePattern {
    message(.json(value, mediaType), metadata: metadata)
  }

  /// Creates a message with text.
  public static func text(
    _ text: TextPattern, _ mediaType: String = "text/plain", metadata: JSONPattern? = nil
  ) -> MessagePattern {
    message(.text(text, mediaType), metadata: metadata)
  }

  /// Creates a message with XML.
  public static func xml(
    _ root: XMLPattern, _ mediaType: String = "application/xml", metadata: JSONPattern? = nil
  ) -> MessagePattern {
    message(.xml(root, mediaType), metadata: metadata)
  }

  /// Creates a message with bytes.
  public static func binary(
    _ bytes: [UInt8], _ mediaType: String, metadata: JSONPattern? = nil
  ) -> MessagePattern {
    message(.binary(bytes, mediaType), metadata: metadata)
  }

  /// Makes of the pattern what a contract file has.
  func compiled(_ compilation: inout Compilation) -> MessageContents {
    var message = MessageContents(body: body.compiled(&compilation))
    if let metadata {
      var compiler = JSONCompiler(compilation: compilation, category: .metadata, noun: "metadata")
      let value = compiler.compile(metadata)
      if value.kind != .object {
        compiler.compilation.report("expected an object, found \(value)", at: "metadata")
      }
      compilation = compiler.compilation
      message.metadata = value
    }
    message.rules = compilation.rulesInOrder
    message.generators = compilation.generatorsInOrder
    return message
  }
}
