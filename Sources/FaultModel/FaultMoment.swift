/// On which side of what the provider does a fault strikes, when requests are forwarded to one.
public enum FaultMoment: String, Sendable, Hashable {
  /// Before the request reaches the provider, which does not hear of it.
  case before
  /// After the provider has acted, so that only its reply suffers.
  case after
}
