public import ContractModel
public import JSONText

/// Finds the line of the contract file that expects something.
public struct PlaceFinder: Sendable {
  private let interaction: SourceLocation?
  private let document: JSONDocument?

  /// Creates a finder; without a file, mismatches have no location.
  ///
  /// - Parameters:
  ///   - interaction: where the interaction starts, or `nil` when it was not read from a file.
  ///   - document: the file's text.
  public init(interaction: SourceLocation? = nil, document: JSONDocument? = nil) {
    self.interaction = interaction
    self.document = document
  }

  /// The line of an expected value, or of its interaction when the value is not of the file's text.
  func location(_ value: JSONValue?) -> SourceLocation? {
    guard let interaction, let value, value.document === document else { return interaction }
    return SourceLocation(file: interaction.file, line: value.position.line)
  }
}
