package import FaultModel
import StubModel

extension StubAnswer {
  /// Whether the answer is sent at once and whole.
  package func isPlain(_ settings: StubSettings) -> Bool {
    response.fault == nil && response.dribble == nil && response.delay.isEmpty
      && settings.delay.isEmpty
  }

  /// What is done with the connection: the delay, and then the answer or what goes wrong with it.
  package func steps(
    _ answer: HTTPAnswer, _ settings: StubSettings, _ random: inout SeededGenerator
  ) throws(FaultError) -> [WireStep] {
    let wait = try delay(settings, answer, &random)
    var steps = wait > .zero ? [WireStep.wait(wait)] : []
    if let fault = response.fault {
      steps += try Self.fault(fault).begin(at: 0).strike(answer, &random)
    } else if let dribble = response.dribble, !answer.isHead {
      let slow = try HTTPFault(
        type: "slow_body",
        members: [
          "chunks": .number(FaultRamp(Double(dribble.chunks))),
          "duration": .number(FaultRamp(Double(dribble.milliseconds))),
        ])
      steps += slow.begin(at: 0).strike(answer, &random)
    } else {
      steps.append(.send(answer.bytes))
    }
    return steps
  }

  private static func fault(_ fault: StubFault) throws(FaultError) -> HTTPFault {
    switch fault {
    case .emptyResponse: .emptyReply
    case .connectionResetByPeer: .resetPeer
    case .malformedResponseChunk: try HTTPFault(type: "malformed_chunk")
    case .randomDataThenClose: try HTTPFault(type: "garbage_status_line")
    }
  }

  /// The fixed delay and the one that is drawn, together.
  private func delay(
    _ settings: StubSettings, _ answer: HTTPAnswer, _ random: inout SeededGenerator
  ) throws(FaultError) -> Duration {
    let fixed = Double(response.delay.fixed ?? settings.delay.fixed ?? 0)
    let drawn = try Self.drawn(response.delay.distribution ?? settings.delay.distribution, &random)
    return .microseconds(fixed * 1_000) + drawn
  }

  /// A time that is drawn from a distribution.
  static func drawn(
    _ distribution: StubDelay.Distribution?, _ random: inout SeededGenerator
  ) throws(FaultError) -> Duration {
    switch distribution {
    case nil: return .zero
    case .fixed(let milliseconds): return .microseconds(milliseconds * 1_000)
    case .uniform(let lower, let upper):
      return .microseconds((lower + random.unit() * (upper - lower)) * 1_000)
    case .logNormal(let median, let sigma, let most):
      var members: [String: FaultValue] = [
        "median": .number(FaultRamp(median)), "sigma": .number(FaultRamp(sigma)),
      ]
      if let most { members["most"] = .number(FaultRamp(most)) }
      let late = try HTTPFault(type: "latency", members: FaultMembers(members))
      let nothing = HTTPAnswer([], headLength: 0, isHead: false, closes: false)
      guard case .wait(let time)? = late.begin(at: 0).strike(nothing, &random).first else {
        return .zero
      }
      return time
    }
  }
}
