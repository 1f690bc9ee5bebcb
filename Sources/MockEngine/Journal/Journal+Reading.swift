extension Journal {
  /// The requests that are still there, oldest first.
  ///
  /// - Parameters:
  ///   - number: only requests behind the one with this number.
  ///   - isWanted: only requests for which this holds.
  package func entries(
    after number: Int = 0, where isWanted: (JournalEntry) -> Bool = { _ in true }
  ) -> [JournalEntry] {
    var entries: [JournalEntry] = []
    for segment in segments where segment.first + segment.count - 1 > number {
      segment.forEach { at, record, offset in
        guard at > number, !record.isRemoved else { return }
        let entry = segment.entry(at, record, offset, startDate)
        if isWanted(entry) { entries.append(entry) }
      }
    }
    return entries
  }

  /// The request with a number, when it is still there.
  package func entry(_ number: Int) -> JournalEntry? {
    let segment = segments.last { $0.first <= number }
    var entry: JournalEntry?
    segment?.forEach { at, record, offset in
      guard at == number, !record.isRemoved else { return }
      entry = segment?.entry(at, record, offset, startDate)
    }
    return entry
  }
}

extension JournalSegment {
  /// Calls a closure with the number of each request, its record and the offset of that.
  func forEach(_ body: (Int, JournalRecord, Int) -> Void) {
    var offset = 0
    for number in first..<first + count {
      let record = record(at: offset)
      body(number, record, offset)
      offset += record.length
    }
  }

  /// Makes the value of a request out of its bytes.
  func entry(
    _ number: Int, _ record: JournalRecord, _ offset: Int, _ start: Duration
  ) -> JournalEntry {
    let headStart = offset + Self.recordSize
    let bodyStart = headStart + Int(record.headLength)
    let faultStart = bodyStart + Int(record.bodyLength)
    let raw = bytes[headStart..<bodyStart]
    var head = RequestHead()
    // It was a head when it came.
    _ = RequestHeadParser.parse(raw.span, into: &head)
    func text(_ slice: RequestHead.Slice) -> String {
      String(decoding: raw[headStart + slice.start..<headStart + slice.end], as: UTF8.self)
    }
    let line = raw.prefix { $0 != 0x0D }.split(separator: 0x20)
    let time = Duration.nanoseconds(record.time)
    return JournalEntry(
      number: number, method: text(head.method),
      target: line.count > 1 ? String(decoding: line[1], as: UTF8.self) : "",
      path: text(head.path), query: head.hasQuery(raw.span) ? text(head.query) : nil,
      fields: head.lines.map { .init(name: text($0.name), value: text($0.value)) },
      body: Array(bytes[bodyStart..<faultStart]), bodyLength: record.wholeBodyLength,
      time: time, date: start + time, source: record.source,
      answer: JournalAnswer(code: record.answer),
      fault: FiredFault(json: bytes[faultStart..<faultStart + Int(record.faultLength)]),
      status: record.status == 0 ? nil : Int(record.status))
  }

  private static var recordSize: Int { JournalRecord.size }
}

extension RequestHead {
  /// Whether there is a query, be it empty.
  fileprivate func hasQuery(_ bytes: Span<UInt8>) -> Bool {
    query.count > 0 || path.end < bytes.count && bytes[path.end] == UInt8(ascii: "?")
  }
}
