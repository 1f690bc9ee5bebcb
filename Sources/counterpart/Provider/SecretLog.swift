import ContractModel
import Synchronization

/// The secrets that a run has seen, all of which its outputs must not show.
final class SecretLog: Sendable {
  private let secrets = Mutex<Set<String>>([])

  /// Notes a secret.
  func note(_ secret: String) { secrets.withLock { _ = $0.insert(secret) } }

  /// What hides the secrets so far.
  var redactor: Redactor { Redactor(secrets.withLock { $0 }) }
}
