public import ContractModel
import JSONText

/// Adds interactions to a contract that exists.
public enum ContractMerge {
  /// Merges two contracts of the same parties.
  ///
  /// Interactions are the same by key, else by kind, description and provider states. One that is in
  /// both stays where it is; new ones follow in their order.
  ///
  /// - Parameters:
  ///   - added: the contract whose interactions are added.
  ///   - existing: the contract that is there.
  /// - Returns: the existing contract with what was missing.
  /// - Throws: ``Diagnostic`` naming both interactions when they are the same but say different things.
  public static func merge(
    _ added: Contract, into existing: Contract
  ) throws(Diagnostic) -> Contract {
    guard added.consumer == existing.consumer, added.provider == existing.provider else {
      throw Diagnostic(
        .error,
        "a contract of '\(added.consumer)' with '\(added.provider)' cannot be merged into one of"
          + " '\(existing.consumer)' with '\(existing.provider)'")
    }
    var merged = existing
    var places: [Identity: Interaction] = [:]
    for interaction in existing.interactions { places[Identity(interaction)] = interaction }
    for interaction in added.interactions {
      let identity = Identity(interaction)
      guard let other = places[identity] else {
        places[identity] = interaction
        merged.interactions.append(interaction)
        continue
      }
      guard says(interaction, sameAs: other) else { throw conflict(interaction, other) }
    }
    return merged
  }

  /// Whether two interactions are the same: by key, else by kind, description and provider states.
  static func areSame(_ left: Interaction, _ right: Interaction) -> Bool {
    Identity(left) == Identity(right)
  }

  private struct Identity: Hashable {
    var key: String?
    var kind: String?
    var description: String?
    var states: [ProviderState]?

    init(_ interaction: Interaction) {
      if let key = interaction.key {
        self.key = key
      } else {
        kind = interaction.content.kind
        description = interaction.description
        states = interaction.providerStates
      }
    }
  }

  private static func says(_ left: Interaction, sameAs right: Interaction) -> Bool {
    if let left = left.source, let right = right.source, left == right { return true }
    return left.content == right.content && left.isPending == right.isPending
      && left.description == right.description && left.providerStates == right.providerStates
  }

  private static func conflict(_ added: Interaction, _ existing: Interaction) -> Diagnostic {
    func name(_ interaction: Interaction) -> String {
      let place = interaction.location.map { " at \($0)" } ?? ""
      return "'\(interaction.description)'\(place)"
    }
    return Diagnostic(
      .error,
      "the interaction \(name(added)) conflicts with \(name(existing)): the same key, or the same"
        + " description and provider states, but another content; rename one of them or delete the"
        + " old one",
      file: existing.location?.file)
  }
}
