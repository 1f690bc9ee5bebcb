/// The hint on a provider state that could not be set up.
enum StateHint {
  /// The hint on an error, when it is one of a state change that the provider answered.
  static func hint(on error: String) -> String? {
    guard error.hasPrefix("state change \""),
      let end = error.firstRange(of: "\" failed: "),
      let status = Int(error[end.upperBound...].prefix(3))
    else { return nil }
    return switch status {
    case 404, 405:
      "nothing takes states there: is --state-url the address that sets them up?"
    default:
      "nothing was asked of the provider: what takes states at --state-url has to set this one up,"
        + " and its log may say why it did not"
    }
  }
}
