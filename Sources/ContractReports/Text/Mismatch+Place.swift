import ContractModel

extension Mismatch {
  /// The part of the exchange and the place in it, e.g. `body $.id` or `status`.
  var place: String { path.isEmpty ? kind.rawValue : "\(kind.rawValue) \(path)" }
}
