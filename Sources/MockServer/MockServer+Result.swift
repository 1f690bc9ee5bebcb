public import ContractModel
import NIOCore

extension MockServer {
  /// What was requested so far, as the result of a verification, for reports.
  ///
  /// An interaction that no request asked for has failed, and so has each request that none accepted.
  /// What faults befell the requests is told in the comments, and for all together in the output.
  public func result() async -> VerificationResult {
    let service = service
    let result = try? await loop.submit { MockResult(service.value).result }.get()
    return result ?? VerificationResult(provider: .init(name: ""))
  }
}
