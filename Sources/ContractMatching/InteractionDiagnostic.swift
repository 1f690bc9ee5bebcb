package import ContractModel
import JSONText

/// Diagnostics on the rules of one interaction.
package enum InteractionDiagnostic {
  /// Why an interaction cannot be used, at the offending rule's place when that is known.
  package static func make(_ error: RuleError, _ interaction: Interaction) -> Diagnostic {
    Diagnostic(
      .error, "'\(interaction.description)': \(error.message)", file: interaction.location?.file,
      position: position(of: error.rule, interaction))
  }

  /// A rule that applies to nothing of the example.
  package static func unusedRule(_ set: MatchingRuleSet, _ interaction: Interaction) -> Diagnostic {
    let place = set.selector.isEmpty ? set.category.rawValue : "'\(set.selector)'"
    return Diagnostic(
      .warning,
      "'\(interaction.description)': the rule for \(place) applies to nothing in the"
        + " \(set.category.rawValue) of the example",
      file: interaction.location?.file, position: position(of: set.rules.first, interaction))
  }

  /// A generator that applies to nothing of the example.
  package static func unusedGenerator(
    _ entry: GeneratorEntry, _ interaction: Interaction
  ) -> Diagnostic {
    let place = entry.selector.isEmpty ? entry.category.rawValue : "'\(entry.selector)'"
    return Diagnostic(
      .warning,
      "'\(interaction.description)': the generator for \(place) applies to nothing in the"
        + " \(entry.category.rawValue) of the example",
      file: interaction.location?.file, position: position(of: entry.definition, interaction))
  }

  /// A remark on the definition of a rule.
  package static func remark(
    _ remark: RuleReview.Remark, _ interaction: Interaction
  ) -> Diagnostic {
    Diagnostic(
      .warning, "'\(interaction.description)': \(remark.message)", file: interaction.location?.file,
      position: position(of: remark.place, interaction))
  }

  /// An example that does not hold to its own rules.
  package static func brokenExample(
    _ mismatch: Mismatch, _ interaction: Interaction
  ) -> Diagnostic {
    let place = mismatch.path.isEmpty ? "" : " at '\(mismatch.path)'"
    let line = mismatch.location?.line ?? interaction.location?.line
    return Diagnostic(
      .warning,
      "'\(interaction.description)': the example itself breaks the rule for the"
        + " \(mismatch.kind.rawValue)\(place): \(mismatch.message)",
      file: interaction.location?.file, position: line.map { JSONPosition(line: $0, column: 1) })
  }

  private static func position(of rule: JSONValue?, _ interaction: Interaction) -> JSONPosition? {
    if let rule, rule.document === interaction.source?.document { return rule.position }
    return interaction.location.map { JSONPosition(line: $0.line, column: 1) }
  }
}
