/// Something that a server does with a connection, after what it did before.
package enum WireStep: Sendable, Hashable {
  /// Sends bytes at once.
  case send([UInt8])
  /// Sends bytes in pieces of this size, with a time between two of them.
  case trickle(ArraySlice<UInt8>, by: Int, every: Duration)
  /// Waits.
  case wait(Duration)
  /// Ends the connection when what was sent has left.
  case end
  /// Resets the connection; the peer loses what it has not read.
  case reset
  /// Says nothing more, and leaves the connection open until the peer closes it.
  case silence
  /// Over HTTP/2: resets the stream with an error code, others go on. Over HTTP/1.1: resets the connection.
  case resetStream(StreamErrorCode)
  /// Over HTTP/2: says that the connection ends, with an error code, and ends it when what was sent has left;
  /// with `refusing`, that this request was not looked at. Over HTTP/1.1: ends the connection.
  case goAway(StreamErrorCode, refusing: Bool)
}
