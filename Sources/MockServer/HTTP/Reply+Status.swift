import FaultModel
import NIOCore

extension Reply {
  /// The status that is sent, as far as it is known by now.
  var status: Int? {
    switch self {
    case .send(let response): response.status
    case .sendWhenReady, .wireWhenReady: nil
    case .wire(let steps):
      steps.lazy.compactMap { step in
        switch step {
        case .send(let bytes): Self.status(bytes)
        case .trickle(let bytes, _, _): Self.status(bytes)
        case .wait, .end, .reset, .silence, .resetStream, .goAway: nil
        }
      }.first
    }
  }

  /// The status in the first line of an answer, `nil` when it is none.
  fileprivate static func status(_ bytes: some Collection<UInt8>) -> Int? {
    guard bytes.starts(with: "HTTP/1.".utf8) else { return nil }
    let digits = bytes.dropFirst(9).prefix(3)
    guard digits.count == 3, digits.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }
}

extension RenderedResponse {
  /// The status in the first line.
  var status: Int {
    // Behind `HTTP/1.1 `; it was rendered here.
    let digits = buffer.readableBytesUInt8Span
    guard digits.count > 11 else { return 0 }
    return Int(digits[9]) * 100 + Int(digits[10]) * 10 + Int(digits[11]) - 48 * 111
  }
}
