/// The faults that a stub can ask for.
package enum StubFault: String, Sendable, Hashable, CaseIterable {
  /// The connection is closed without an answer.
  case emptyResponse = "EMPTY_RESPONSE"
  /// A good head, then garbage where a chunk should be, then the connection is closed.
  case malformedResponseChunk = "MALFORMED_RESPONSE_CHUNK"
  /// Garbage without a head, then the connection is closed.
  case randomDataThenClose = "RANDOM_DATA_THEN_CLOSE"
  /// The connection is reset.
  case connectionResetByPeer = "CONNECTION_RESET_BY_PEER"
}
