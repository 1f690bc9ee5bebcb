import FaultModel

/// The requests that a mock got, the newest within a limit of bytes.
///
/// Noting a request copies the bytes of its head, and of its body, behind those of the one before,
/// into segments that are used again; nothing is decoded before somebody asks (`Journal+Reading`).
/// When the limit is reached the oldest segment is forgotten. ``isComplete`` tells whether an answer
/// about all requests can still be given.
package struct Journal: Sendable {
  /// The limit of bytes; 0 keeps nothing.
  package let limit: Int
  /// The number of the newest request; the first is 1, and no number is used twice.
  package private(set) var lastNumber = 0
  /// The number of the newest request that was forgotten for the limit's sake.
  package private(set) var evictedThrough = 0
  /// The number of the newest request when the journal was last cleared.
  package private(set) var clearedThrough = 0
  /// How many requests were removed one by one since the journal was last cleared.
  package private(set) var removedCount = 0
  /// How many requests were ever forgotten for the limit's sake.
  package private(set) var evictedCount = 0
  /// The time of day when the mock began to listen, since 1970.
  package var startDate = Duration.zero
  private var sealed: [JournalSegment] = []
  private var current = JournalSegment(first: 1)
  private var size = 0

  /// The limit unless told otherwise: 16 MB.
  package static let defaultLimit = 16_000_000

  /// Creates an empty journal.
  ///
  /// - Parameter limit: the most bytes that are kept; 0 keeps no requests at all.
  package init(limit: Int = Journal.defaultLimit) { self.limit = limit }

  /// Whether requests are kept.
  package var isOn: Bool { limit > 0 }

  /// Whether every request since the journal was last cleared is still there.
  package var isComplete: Bool { isOn && evictedThrough <= clearedThrough }

  /// How many requests came since the journal was last cleared, forgotten ones included.
  package var count: Int { lastNumber - clearedThrough - removedCount }

  /// How many bytes are kept.
  package var byteCount: Int { size }

  /// How many requests since the journal was last cleared were forgotten.
  package var forgottenCount: Int { max(0, evictedThrough - clearedThrough) }

  /// The segments, oldest first.
  var segments: [JournalSegment] { sealed + [current] }

  /// Notes a request.
  ///
  /// - Parameters:
  ///   - head: the request's head, which points into `bytes`.
  ///   - body: the body, or `nil` when there is none.
  ///   - source: the connection and its peer.
  ///   - time: the nanoseconds since the mock began to listen.
  ///   - answer: what answers it.
  ///   - status: the status of the answer, 0 when none is sent.
  ///   - fault: what befell the answer.
  package mutating func note(
    _ head: RequestHead, _ bytes: Span<UInt8>, body: [UInt8]?, from source: RequestSource,
    at time: Int64, _ answer: JournalAnswer, status: Int, fault: FiredFault? = nil
  ) {
    lastNumber += 1
    guard limit > 0 else { return }
    let told = fault?.json ?? []
    let record = JournalRecord(
      headLength: Int32(head.length), bodyLength: Int32(min(body?.count ?? 0, bodyLimit)),
      faultLength: Int32(told.count), answer: answer.code, wholeBodyLength: body?.count ?? 0,
      time: time, source: source, status: Int16(clamping: status), isRemoved: false)
    let length = record.length
    if current.bytes.count + length > segmentSize { rotate() }
    current.append(record, bytes, body: body, fault: told)
    size += length
    while size > limit { forgetOldest() }
  }

  /// Forgets every request; numbers go on.
  package mutating func clear() {
    self = cleared
  }

  /// Removes one request; later ones keep their numbers.
  ///
  /// - Returns: whether it was there.
  package mutating func remove(_ number: Int) -> Bool {
    var wasThere = false
    change(number) { record in
      wasThere = !record.isRemoved
      record.isRemoved = true
    }
    if wasThere { removedCount += 1 }
    return wasThere
  }

  /// Notes the status of an answer that came later than the request was noted.
  package mutating func setStatus(_ status: Int, of number: Int) {
    change(number) { $0.status = Int16(clamping: status) }
  }

  // MARK: -

  /// Of larger bodies only so much is kept.
  private var bodyLimit: Int { min(limit / 4, Int(Int32.max)) }
  private var segmentSize: Int { max(limit / 32, 1) }

  private var cleared: Journal {
    var journal = Journal(limit: limit)
    journal.startDate = startDate
    journal.lastNumber = lastNumber
    journal.clearedThrough = lastNumber
    journal.evictedCount = evictedCount
    journal.current = JournalSegment(first: lastNumber + 1)
    return journal
  }

  /// Begins another segment, in the memory of the oldest when that has to be forgotten anyway.
  private mutating func rotate() {
    guard current.count > 0 else { return }
    sealed.append(current)
    if size + segmentSize > limit {
      var oldest = sealed.removeFirst()
      forget(oldest)
      oldest.restart(at: lastNumber)
      current = oldest
    } else {
      current = JournalSegment(first: lastNumber)
    }
  }

  private mutating func forgetOldest() {
    if sealed.isEmpty {
      forget(current)
      current.restart(at: lastNumber + 1)
    } else {
      forget(sealed.removeFirst())
    }
  }

  private mutating func forget(_ segment: JournalSegment) {
    size -= segment.bytes.count
    evictedCount += segment.count
    evictedThrough = max(evictedThrough, segment.first + segment.count - 1)
  }

  private mutating func change(_ number: Int, _ body: (inout JournalRecord) -> Void) {
    if number >= current.first { return current.change(number, body) }
    for place in sealed.indices.reversed() where number >= sealed[place].first {
      return sealed[place].change(number, body)
    }
  }
}
