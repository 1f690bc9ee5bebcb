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
        "latency": .number(FaultRamp(milliseconds: latency)),
        "jitter": .number(FaultRamp(milliseconds: jitter)),
      ])
  }

  /// The head of the contracted answer with its true Content-Length, this many bytes of its body,
  /// then the end of the connection.
  public static func cutBody(bytes: Int) -> HTTPFault {
    HTTPFault(CutBodyFault.self, ["bytes": .number(FaultRamp(Double(bytes)))])
  }

  /// Another status than the contracted one, without a body.
  ///
  /// - Parameters:
  ///   - status: 200 to 599.
  ///   - retryAfter: in how many seconds the answer says to try again.
  public static func status(_ status: Int, retryAfter: Int? = nil) -> HTTPFault {
    var members: [String: FaultValue] = ["status": .number(FaultRamp(Double(status)))]
    members["retry_after"] = retryAfter.map { .number(FaultRamp(Double($0))) }
    return HTTPFault(StatusFault.self, FaultMembers(members))
  }

  /// The whole of the contracted answer, then a reset of the connection.
  public static let resetAfterAnswer: HTTPFault = HTTPFault(
    ResetPeerFault.self, ["when": .text("after")])

  /// The head of the contracted answer and this many bytes of its body, then a reset.
  public static func resetPeer(afterBytes bytes: Int) -> HTTPFault {
    HTTPFault(
      ResetPeerFault.self, ["when": .text("during"), "bytes": .number(FaultRamp(Double(bytes)))])
  }

  /// The contracted answer, its head in pieces of `bytes` bytes with `delay` between them.
  public static func slowHeaders(delay: Duration, bytes: Int = 1) -> HTTPFault {
    HTTPFault(
      SlowHeadersFault.self,
      [
        "delay": .number(FaultRamp(milliseconds: delay)),
        "bytes": .number(FaultRamp(Double(bytes))),
      ])
  }

  /// The contracted answer, its body at a rate of bytes per second.
  public static func slowBody(bytesPerSecond rate: Int) -> HTTPFault {
    HTTPFault(SlowBodyFault.self, ["rate": .number(FaultRamp(Double(rate)))])
  }

  /// The contracted answer, its body in so many pieces over so long.
  public static func slowBody(chunks: Int, over duration: Duration) -> HTTPFault {
    HTTPFault(
      SlowBodyFault.self,
      [
        "chunks": .number(FaultRamp(Double(chunks))),
        "duration": .number(FaultRamp(milliseconds: duration)),
      ])
  }

  /// The contracted answer with a Content-Length that is off by so much.
  public static func wrongContentLength(by difference: Int) -> HTTPFault {
    HTTPFault(
      WrongContentLengthFault.self, ["difference": .number(FaultRamp(Double(difference)))])
  }

  /// A body in chunks, of which one has a size that is no number.
  public static let malformedChunk: HTTPFault = HTTPFault(MalformedChunkFault.self, [:])
  /// A line that is no status line, then the rest of the contracted answer.
  public static let garbageStatusLine: HTTPFault = HTTPFault(GarbageStatusLineFault.self, [:])
  /// The contracted answer, and bytes at random where the next one would begin.
  public static let garbageAfter: HTTPFault = HTTPFault(GarbageAfterFault.self, [:])

  /// The contracted answer with a header field once more, with another value or the same.
  public static func duplicateHeader(_ name: String, value: String? = nil) -> HTTPFault {
    var members: [String: FaultValue] = ["name": .text(name)]
    members["value"] = value.map { .text($0) }
    return HTTPFault(DuplicateHeaderFault.self, FaultMembers(members))
  }

  /// The contracted answer with a header field of so many bytes more.
  public static func oversizeHeader(bytes: Int = 1_000_000) -> HTTPFault {
    HTTPFault(OversizeHeaderFault.self, ["bytes": .number(FaultRamp(Double(bytes)))])
  }

  /// The contracted answer, said to be compressed by gzip, which it is not.
  public static let badGzip: HTTPFault = HTTPFault(BadGzipFault.self, [:])

  /// The contracted answer, said to be of another type.
  public static func wrongContentType(_ type: String = "text/html") -> HTTPFault {
    HTTPFault(WrongContentTypeFault.self, ["content_type": .text(type)])
  }

  /// The contracted answer without the `100 Continue` that the request waits for before its body.
  public static let noContinue: HTTPFault = HTTPFault(NoContinueFault.self, [:])

  /// The contracted answer as if the connection were kept, which is closed after a while.
  public static func closeKeepAlive(after delay: Duration = .zero) -> HTTPFault {
    HTTPFault(CloseKeepAliveFault.self, ["delay": .number(FaultRamp(milliseconds: delay))])
  }

  /// Over HTTP/2, a reset of the stream before a byte of the answer; over HTTP/1.1, of the connection.
  public static let resetStream: HTTPFault = HTTPFault(ResetStreamFault.self, [:])
  /// Over HTTP/2, GOAWAY before the request was looked at, and the end of the connection.
  public static let goAway: HTTPFault = HTTPFault(GoAwayFault.self, [:])
  /// No window for the body of the request, and of the answer nothing but its head.
  public static let stalledWindow: HTTPFault = HTTPFault(StalledWindowFault.self, [:])

  /// What is wrong with a fault that was made in Swift, or `nil`.
  package var problem: String? {
    do throws(FaultError) {
      _ = try HTTPFault(type: type, members: members)
      return nil
    } catch {
      return "\(self): \(error)"
    }
  }
}

extension FaultRamp {
  /// Creates a time in milliseconds.
  fileprivate init(milliseconds duration: Duration) { self.init(duration / .milliseconds(1)) }
}
