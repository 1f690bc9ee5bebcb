/// The numbers that stand before the bytes of a request in the journal.
///
/// It is written and read as the bytes that it is in memory: nothing is made of a request before
/// somebody asks.
struct JournalRecord: BitwiseCopyable {
  /// The bytes of the request's head that follow.
  var headLength: Int32
  /// The bytes of the body that follow behind it.
  var bodyLength: Int32
  /// The bytes of what is told of a fault, behind the body.
  var faultLength: Int32
  /// What answered.
  var answer: Int32
  /// The length of the body as it came, of which only the beginning may have been kept.
  var wholeBodyLength: Int
  /// The nanoseconds since the mock began to listen.
  var time: Int64
  /// The connection and its peer.
  var source: RequestSource
  /// The status of the answer; 0 when none was sent.
  var status: Int16
  /// Whether the request was removed from the journal.
  var isRemoved: Bool

  /// The length of a record's own bytes.
  static let size = MemoryLayout<JournalRecord>.size

  /// The length of the record and of what follows it.
  var length: Int { Self.size + Int(headLength) + Int(bodyLength) + Int(faultLength) }
}
