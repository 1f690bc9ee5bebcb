/// What happens to one connection over TLS.
public struct TLSFaultDecision: Sendable, Hashable {
  /// What happens.
  public let effect: TLSFault
  /// What decided; its `request` is the number of the connection among those that count.
  package let origin: FaultOrigin

  /// Creates a decision.
  package init(_ effect: TLSFault, from origin: FaultOrigin) {
    self.effect = effect
    self.origin = origin
  }
}
