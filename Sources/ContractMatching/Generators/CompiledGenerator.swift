import ContractModel
import JSONText

/// A generator with its entry in the file.
struct CompiledGenerator: Sendable {
  /// The entry.
  let entry: GeneratorEntry
  /// What makes the values.
  let generator: any Generator

  /// - Throws: ``RuleError`` when the generator is not known or lacks something.
  init(_ entry: GeneratorEntry) throws(RuleError) {
    self.entry = entry
    generator = try GeneratorTable.generator(entry.definition)
  }

  /// Makes a value.
  ///
  /// - Throws: ``GenerationError`` with the entry's definition.
  func value(_ context: inout GenerationContext) throws(GenerationError) -> GeneratedValue {
    do throws(GenerationError) {
      return try generator.value(&context)
    } catch {
      throw failure(error.message)
    }
  }

  /// An error about what this generator made.
  func failure(_ message: String) -> GenerationError {
    GenerationError(message, definition: entry.definition)
  }
}
