import FaultModel
import MockEngine
import NIOCore

extension MockService {
  /// Notes a request, before it is answered.
  func note(
    _ action: MockEngine.Action, _ reply: Reply, _ head: RequestHead, _ bytes: Span<UInt8>,
    body: [UInt8]?, from source: RequestSource, at time: Int64
  ) {
    var fault: FiredFault?
    let answer: JournalAnswer =
      switch action {
      case .play(let interaction): .interaction(names.number(of: interaction))
      case .fault(let decision, let interaction):
        {
          fault = FiredFault(decision)
          return interaction.map { .interaction(names.number(of: $0)) } ?? .unmatched
        }()
      case .stub(let slot, let decision):
        {
          fault = decision.map { FiredFault($0) }
          return .stub(engine.stubs.stub(at: slot)?.number ?? 0)
        }()
      case .forward(let decision):
        {
          fault = decision.map { FiredFault($0) }
          return .forwarded
        }()
      case .refusedFault: .refusedFault
      case .unmatched: .unmatched
      case .preflight: .preflight
      }
    let status = reply.status
    journal.note(
      head, bytes, body: body, from: source, at: time, answer, status: status ?? 0, fault: fault)
    count(answer, reply, status: status, fault)
    if surroundings.tellsUnmatched { log(answer, status, head, bytes) }
    if !waiters.isEmpty { waiters.noticeChange(of: journal) }
  }
}
