import ContractModel

extension Mismatch {
  /// The part of the exchange and the place in it, e.g. `body $.id` or `status`.
  package var place: String { path.isEmpty ? kind.rawValue : "\(kind.rawValue) \(path)" }

  /// What was expected and what came, labelled; an empty value says no more than the message.
  var values: [(name: String, value: String)] {
    [("expected:", expected), ("actual:  ", actual)].filter { _, value in !value.isEmpty }
  }
}
