/// Opens no window for the body of the request, which stalls when what the client may send unasked is used up (over
/// HTTP/2 65,535 bytes, over HTTP/1.1 the buffers of TCP); of the answer nothing but the head is sent.
struct StalledWindowFault: HTTPFaultKind {
  static let type = "stalled_window"
  static let stallsBody = true

  init(_ members: FaultMembers) {}

  func strike(_ answer: HTTPAnswer, _ random: inout SeededGenerator) -> [WireStep] {
    [.send(answer.head), .silence]
  }
}
