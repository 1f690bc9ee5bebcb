import ContractStore
import FaultModel
import MockEngine

extension MockService {
  /// What befalls a connection over TLS that was just accepted.
  func fault(ofConnection number: Int) -> TLSFault? {
    guard let decision = engine.connectionFault(at: time) else { return nil }
    let fault = FiredFault(decision)
    connectionFaults.add(
      ConnectionFault(connection: number, date: WallClock.now(), fault: fault))
    metrics.count(fault: fault.type)
    return decision.effect
  }
}
