/// Reads an answer of HTTP/1.1 piece by piece, so that it can go over the wire in another form.
///
/// The pieces are those of a fault: what is wrong with them is told, and not refused.
package struct AnswerReader {
  /// A header field, its name in lower case.
  package struct HeaderLine: Sendable, Hashable {
    package var name: String
    package var value: String

    /// Creates a header field.
    package init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  /// What was read.
  package enum Event: Sendable, Hashable {
    /// The head of the answer.
    case head(status: Int, fields: [HeaderLine])
    /// A part of the body, and of what comes behind it.
    case body([UInt8])
    /// It is no answer from here on.
    case malformed
  }

  private enum State {
    case head
    case body(left: Int)
    case chunks(ChunkedDecoder)
    case untilEnd
    case malformed
  }

  private var state = State.head
  private var pending: [UInt8] = []
  private let isHead: Bool

  /// Creates a reader.
  ///
  /// - Parameter isHead: whether it answers HEAD, so that there is no body.
  package init(isHead: Bool) { self.isHead = isHead }

  /// Whether the answer has come to its end; without a length that is only known when nothing follows.
  package private(set) var isComplete = false

  /// Whether the end of what comes is the end of the answer.
  package var endsWithInput: Bool { if case .untilEnd = state { true } else { isComplete } }

  /// Whether the head was read.
  package var hasHead: Bool { if case .head = state { false } else { true } }

  /// Reads a piece.
  package mutating func read(_ bytes: some Collection<UInt8>) -> [Event] {
    switch state {
    case .malformed: return []
    case .untilEnd: return bytes.isEmpty ? [] : [.body(Array(bytes))]
    case .body(let left):
      isComplete = bytes.count >= left
      state = .body(left: max(0, left - bytes.count))
      return bytes.isEmpty ? [] : [.body(Array(bytes))]
    case .chunks(var decoder):
      state = .untilEnd
      return chunks(&decoder, pending + bytes)
    case .head:
      pending += bytes
      guard let end = Self.endOfHead(pending) else { return [] }
      let head = pending[..<end]
      let rest = Array(pending[end...])
      pending = []
      return begin(head) + (rest.isEmpty ? [] : read(rest))
    }
  }

  private mutating func begin(_ head: ArraySlice<UInt8>) -> [Event] {
    let lines = String(decoding: head, as: UTF8.self).split(separator: "\r\n").map(String.init)
    let words = (lines.first ?? "").split(separator: " ", maxSplits: 2)
    guard words.count > 1, words[0].hasPrefix("HTTP/"), let status = Int(words[1]),
      (100...999).contains(status)
    else {
      state = .malformed
      return [.malformed]
    }
    var fields: [HeaderLine] = []
    for line in lines.dropFirst() {
      guard let colon = line.firstIndex(of: ":") else { continue }
      let value = line[line.index(after: colon)...].drop { $0 == " " }
      fields.append(HeaderLine(name: line[..<colon].lowercased(), value: String(value)))
    }
    frame(status, fields)
    return [.head(status: status, fields: fields)]
  }

  private mutating func frame(_ status: Int, _ fields: [HeaderLine]) {
    if isHead || status == 204 || status == 304 {
      state = .body(left: 0)
      isComplete = true
    } else if fields.contains(where: { $0.name == "transfer-encoding" }) {
      state = .chunks(ChunkedDecoder(limit: .max))
    } else if let length = fields.first(where: { $0.name == "content-length" }) {
      state = .body(left: Int(length.value) ?? 0)
      isComplete = Int(length.value) == 0
    } else {
      state = .untilEnd
    }
  }

  private mutating func chunks(_ decoder: inout ChunkedDecoder, _ bytes: [UInt8]) -> [Event] {
    let before = decoder.body.count
    let (outcome, consumed) = decoder.decode(bytes.span)
    let body = Array(decoder.body.dropFirst(before))
    var events: [Event] = body.isEmpty ? [] : [.body(body)]
    switch outcome {
    case .incomplete:
      pending = []
      state = .chunks(decoder)
    case .refused:
      state = .malformed
      events.append(.malformed)
    case .complete:
      isComplete = true
      state = .body(left: 0)
      let rest = bytes.dropFirst(consumed)
      if !rest.isEmpty { events.append(.body(Array(rest))) }
    }
    return events
  }

  private static func endOfHead(_ bytes: [UInt8]) -> Int? {
    var at = 3
    while at < bytes.count {
      if bytes[at] == 0x0A, bytes[at - 1] == 0x0D, bytes[at - 2] == 0x0A, bytes[at - 3] == 0x0D {
        return at + 1
      }
      at += 1
    }
    return nil
  }
}
