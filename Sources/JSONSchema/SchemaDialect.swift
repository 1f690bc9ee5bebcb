import JSONText

/// The draft of a schema, and which vocabularies of it are in use.
struct SchemaDialect: Sendable {
  /// The draft.
  let draft: Draft
  /// Whether keywords such as `type` and `minimum` count.
  var validates = true
  /// Whether the metaschema asks for `format` to be checked.
  var assertsFormat = false

  /// Creates a dialect.
  ///
  /// - Parameters:
  ///   - draft: the draft.
  ///   - vocabulary: the `$vocabulary` of the metaschema, if it has one.
  init(draft: Draft, vocabulary: JSONValue? = nil) {
    self.draft = draft
    guard draft >= .draft201909, let vocabulary, vocabulary.kind == .object else { return }
    let names = vocabulary.members.map(\.name)
    validates = names.contains { $0.hasSuffix("/vocab/validation") }
    assertsFormat = names.contains { $0.hasSuffix("/vocab/format-assertion") }
  }
}
