import ContractModel

/// The hint on a status that says that something else is wrong.
enum StatusHint {
  /// The hint, when a success was expected and the provider refused or failed.
  static func hint(on result: InteractionResult) -> String? {
    guard let mismatch = result.mismatches.first(where: { $0.kind == .status }),
      let actual = Int(mismatch.actual), !(400...).contains(Int(mismatch.expected) ?? 0)
    else { return nil }
    switch actual {
    case 401, 403: return "the provider wants credentials: --header 'Authorization=…' sends them"
    case 404 where result.providerStates.isEmpty:
      return "the provider has nothing at this path: is a base path missing in --provider-url?"
    case 404:
      return "the provider has nothing at this path: was its state set up (--state-url), and is no"
        + " base path missing in --provider-url?"
    case 500...599: return "the provider failed: its log may say why"
    default: return nil
    }
  }
}
