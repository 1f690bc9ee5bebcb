/// A run of requests in the journal, which is forgotten as a whole.
struct JournalSegment: Sendable {
  /// The number of the first request.
  private(set) var first: Int
  /// How many requests there are.
  private(set) var count = 0
  /// Records, each with its bytes behind it.
  private(set) var bytes: [UInt8] = []

  init(first: Int) { self.first = first }

  /// Forgets what there is, and keeps the memory.
  mutating func restart(at first: Int) {
    self.first = first
    count = 0
    bytes.removeAll(keepingCapacity: true)
  }

  mutating func append(
    _ record: JournalRecord, _ head: Span<UInt8>, body: [UInt8]?, fault: [UInt8]
  ) {
    withUnsafeBytes(of: record) { bytes.append(contentsOf: $0) }
    head.withUnsafeBufferPointer { head in
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: head[..<Int(record.headLength)]))
    }
    if let body { bytes.append(contentsOf: body[..<Int(record.bodyLength)]) }
    if !fault.isEmpty { bytes.append(contentsOf: fault) }
    count += 1
  }

  /// The record at an offset into the bytes.
  func record(at offset: Int) -> JournalRecord {
    bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: offset, as: JournalRecord.self) }
  }

  /// Changes the record of a request.
  mutating func change(_ number: Int, _ change: (inout JournalRecord) -> Void) {
    guard number >= first, number < first + count else { return }
    var offset = 0
    for _ in first..<number { offset += record(at: offset).length }
    var record = record(at: offset)
    change(&record)
    bytes.withUnsafeMutableBytes { bytes in
      bytes.storeBytes(of: record, toByteOffset: offset, as: JournalRecord.self)
    }
  }
}
