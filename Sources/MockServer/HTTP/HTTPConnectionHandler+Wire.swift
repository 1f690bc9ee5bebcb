import FaultModel
import NIOCore

extension HTTPConnectionHandler {
  /// Does what a fault does with the connection, one step after the other.
  func play(_ context: ChannelHandlerContext, _ steps: ArraySlice<WireStep>, keepsAlive: Bool) {
    var steps = steps
    while case .waiting = state, context.channel.isActive, let step = steps.popFirst() {
      switch step {
      case .send(let bytes):
        write(context, ByteBuffer(bytes: bytes))
        flush(context)
      case .trickle(let bytes, let size, let gap):
        write(context, ByteBuffer(bytes: bytes.prefix(size)))
        flush(context)
        let rest = bytes.dropFirst(size)
        guard !rest.isEmpty else { continue }
        let next = ArraySlice([WireStep.trickle(rest, by: size, every: gap)]) + steps
        return play(context, next, keepsAlive: keepsAlive, after: gap)
      case .wait(let time):
        return play(context, steps, keepsAlive: keepsAlive, after: time)
      case .end, .goAway: return end(context)
      case .reset, .resetStream: return reset(context)
      case .silence: return fallSilent(context)
      }
    }
    guard case .waiting = state, context.channel.isActive else { return }
    state = .head
    if keepsAlive { resume(context) } else { end(context) }
  }

  /// Does what a fault does as soon as it is known.
  func playWhenReady(
    _ context: ChannelHandlerContext, _ steps: EventLoopFuture<[WireStep]>, keepsAlive: Bool
  ) {
    state = .waiting
    flush(context)
    let loopBound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
    steps.hop(to: context.eventLoop).whenComplete { result in
      let (handler, context) = loopBound.value
      let steps = (try? result.get()) ?? [.reset]
      handler.play(context, steps[...], keepsAlive: keepsAlive)
    }
  }

  private func play(
    _ context: ChannelHandlerContext, _ steps: ArraySlice<WireStep>, keepsAlive: Bool,
    after time: Duration
  ) {
    let loopBound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
    context.eventLoop.scheduleTask(in: TimeAmount(time)) {
      let (handler, context) = loopBound.value
      handler.play(context, steps, keepsAlive: keepsAlive)
    }
  }
}
