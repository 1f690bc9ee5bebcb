extension HTTPFault {
  /// Nothing goes wrong.
  public static let asContracted: HTTPFault = HTTPFault(AsContractedFault.self, [:])
  /// The connection is reset before a byte of the answer.
  public static let resetPeer: HTTPFault = HTTPFault(ResetPeerFault.self, [:])
  /// The connection is closed before a byte of the answer.
  public static let emptyReply: HTTPFault = HTTPFault(EmptyReplyFault.self, [:])
  /// There is never an answer, and the connection stays open.
  public static let silence: HTTPFault = HTTPFault(SilenceFault.self, [:])

  /// Another answer than the contracted one.
  public static func status(_ response: FaultResponse) -> HTTPFault {
    HTTPFault(
      StatusFault.self,
      [
        "status": .number(FaultRamp(Double(response.status))), "headers": .fields(response.headers),
        "body": .body(response.body, contentType: nil),
      ])
  }

  /// The contracted answer, late: by `latency` ± `jitter`, never less than nothing.
  public static func latency(_ latency: Duration, jitter: Duration = .zero) -> HTTPFault {
    HTTPFault(
      LatencyFault.self,
      [
        "latency": .number(FaultRamp(latency / .milliseconds(1))),
        "jitter": .number(FaultRamp(jitter / .milliseconds(1))),
      ])
  }

  /// The head of the contracted answer with its true Content-Length, this many bytes of its body,
  /// then the end of the connection.
  public static func cutBody(bytes: Int) -> HTTPFault {
    HTTPFault(CutBodyFault.self, ["bytes": .number(FaultRamp(Double(bytes)))])
  }
}
