/// How one value is made anew each time.
///
/// Each generator is a file in the folder `Types` and a line in ``GeneratorTable``.
package protocol Generator: Sendable {
  /// The name in the specification.
  var name: String { get }

  /// The side for which values are made, or `nil` for both.
  var onlyMode: GenerationContext.Mode? { get }

  /// Whether an object or array of the example may be replaced; else only single values are.
  var replacesContainers: Bool { get }

  /// Makes a value.
  ///
  /// - Parameter context: what the value may depend on; its random numbers are used up.
  /// - Throws: ``GenerationError`` when the context lacks something, or nothing fits.
  func value(_ context: inout GenerationContext) throws(GenerationError) -> GeneratedValue
}

extension Generator {
  package var onlyMode: GenerationContext.Mode? { nil }
  package var replacesContainers: Bool { false }
}
