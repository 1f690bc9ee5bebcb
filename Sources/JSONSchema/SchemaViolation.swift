/// One way in which a value breaks a schema.
public struct SchemaViolation: Sendable, Hashable {
  /// The part of the value that is wrong, as a JSON pointer (RFC 6901) from the validated value.
  public var instancePath: String
  /// The keyword that is broken, as a JSON pointer from the root of its document.
  public var schemaPath: String
  /// The URI of the document of ``schemaPath`` when `$ref` led to another one; else `nil`.
  public var schemaURI: String?
  /// The keyword; `false` for a boolean schema, `depth` or `steps` where a limit ended the walk.
  public var keyword: String
  /// What is wrong, in a sentence.
  public var message: String
}
