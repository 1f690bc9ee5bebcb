#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// Runs a test with a service behind a proxy that disturbs the connections to it.
///
/// ```swift
/// try await withFaultProxy(to: mock.url, .latency(.milliseconds(800)), .limitData(bytes: 1_024)) { service in
///   await #expect(throws: TimeoutError.self) { try await OrderClient(url: service.url).order(42) }
/// }
/// ```
///
/// The proxy knows bytes and nothing of what they mean: it works for any protocol over TCP.
///
/// - Parameters:
///   - url: the base URL of the service.
///   - toxics: what disturbs the connections, in the order in which data passes them.
///   - seed: decides what they leave to chance.
///   - body: the test.
/// - Returns: what the closure returns.
/// - Throws: what the closure throws; ``ContractTestingError`` when the URL or a toxic cannot be used.
public func withFaultProxy<Result>(
  to url: URL, _ toxics: Toxic..., seed: UInt64 = 0,
  _ body: (DisturbedService) async throws -> Result
) async throws -> Result {
  let service = try await DisturbedService.start(at: url, toxics, seed: seed)
  do {
    let result = try await body(service)
    await service.stop()
    return result
  } catch {
    await service.stop()
    throw error
  }
}
