import Logging
import MockEngine

extension MockService {
  /// What decides on connections, and tells of them.
  ///
  /// - Parameter limit: the most that are open at a time.
  func gate(_ limit: Int) -> ConnectionGate {
    ConnectionGate(
      limit: limit, open: metrics.connections, refused: metrics.refusedConnections, logger: logger)
  }

  /// Logs a request that was noted; those that something answered only where every request is wanted.
  func log(_ answer: JournalAnswer, _ status: Int?, _ head: RequestHead, _ bytes: Span<UInt8>) {
    let isUnmatched = answer == .unmatched
    guard isUnmatched || surroundings.tellsRequests else { return }
    let query = head.query.count == 0 ? "" : "?" + RequestBuilder.text(bytes, head.query)
    var metadata: Logger.Metadata = [
      "number": "\(journal.lastNumber)", "method": "\(RequestBuilder.text(bytes, head.method))",
      "url": "\(RequestBuilder.text(bytes, head.path))\(query)",
    ]
    if let status { metadata["status"] = "\(status)" }
    logger.log(
      level: isUnmatched ? .info : .debug,
      isUnmatched ? "a request was not matched" : "a request was answered", metadata: metadata)
  }
}
