import FaultModel
import NIOCore
import NIOPosix

/// One direction of a connection: executes what a chain of toxics says.
final class ProxyStream {
  private let source: any Channel
  private let sink: any Channel
  private var chain: ToxicChain
  private let connection: ProxyConnection
  private let direction: ToxicStream
  /// The sink's handler, from which writing is a shorter way than from its channel.
  var sinkContext: ChannelHandlerContext?
  private var bytes = ByteBuffer()
  private var timer: Scheduled<Void>?
  private var isReading = true
  /// Whether what comes is sent on at once, as long as no toxic is at work and nothing waits.
  private var isDirect = false
  private var hasReceivedEnd = false
  private(set) var hasSentEnd = false

  /// How much may wait before the source has to.
  private static let limit = 262_144

  init(
    from source: any Channel, to sink: any Channel, _ chain: ToxicChain, _ direction: ToxicStream,
    of connection: ProxyConnection
  ) {
    self.source = source
    self.sink = sink
    self.chain = chain
    self.direction = direction
    self.connection = connection
  }

  /// Takes bytes from the source.
  func receive(_ buffer: ByteBuffer) {
    var buffer = buffer
    guard !hasReceivedEnd else { return }
    connection.countReceived(buffer.readableBytes, direction)
    if isDirect {
      write(buffer)
    } else {
      chain.receive(bytes: buffer.readableBytes, at: .now)
      if bytes.readableBytes == 0 { bytes = buffer } else { bytes.writeBuffer(&buffer) }
    }
  }

  /// Does what is due, after all bytes that came together were received.
  func receiveComplete() {
    // Most of what goes through a proxy: no clock is asked and no timer touched.
    if !isDirect { run() }
    flush()
  }

  /// Takes the end of what the source sends.
  func receiveEnd() {
    guard !hasReceivedEnd else { return }
    hasReceivedEnd = true
    chain.receiveEnd(at: .now)
    isDirect = false
    receiveComplete()
  }

  /// Ends the stream because nobody takes what is sent on any more.
  func sinkClosed() {
    guard !hasSentEnd else { return }
    cancel()
    hasReceivedEnd = true
    hasSentEnd = true
    connection.streamEnded()
  }

  /// Changes the toxics.
  func update(_ toxics: [Toxic]) {
    chain.update(toxics, at: .now)
    isDirect = false
    receiveComplete()
  }

  /// Starts the timers of the toxics and the reading.
  func start() { run() }

  /// Forgets everything.
  func cancel() {
    timer?.cancel()
    timer = nil
    sinkContext = nil
    bytes.clear()
  }

  /// Goes on when the sink takes more, or stops reading when it does not.
  func adjustReading() {
    let wanted = sink.isWritable && chain.waitingBytes < Self.limit
    guard wanted != isReading else { return }
    isReading = wanted
    source.setOption(.autoRead, value: wanted).whenFailure { _ in }
  }

  private func write(_ part: ByteBuffer) {
    connection.count(part.readableBytes, direction)
    if let sinkContext {
      sinkContext.write(NIOAny(part), promise: nil)
    } else {
      sink.write(part, promise: nil)
    }
  }

  private func flush() {
    if let sinkContext { sinkContext.flush() } else { sink.flush() }
  }

  private func run() {
    guard !hasSentEnd else { return }
    let now = ToxicTime.now
    while !connection.isOver, let event = chain.next(at: now) { execute(event) }
    guard !connection.isOver else { return }
    isDirect = chain.isIdle
    adjustReading()
    schedule()
  }

  private func execute(_ event: ToxicItem.Event) {
    switch event {
    case .data(let count):
      guard let part = bytes.readSlice(length: count) else { return }
      write(part)
      discard()
    case .discarded(let count):
      bytes.moveReaderIndex(forwardBy: min(count, bytes.readableBytes))
      discard()
    case .end: sendEnd()
    case .close: connection.close()
    case .reset: connection.reset()
    }
  }

  /// Frees what was read, rarely enough that small slices cost no more than large ones.
  private func discard() {
    if bytes.readerIndex > bytes.readableBytes { bytes.discardReadBytes() }
  }

  /// Passes the end on when everything before has been written.
  private func sendEnd() {
    let sink = sink
    let stream = NIOLoopBound(self, eventLoop: sink.eventLoop)
    let written = sink.eventLoop.makePromise(of: Void.self)
    written.futureResult.whenComplete { _ in
      sink.close(mode: .output, promise: nil)
      stream.value.hasSentEnd = true
      stream.value.connection.streamEnded()
    }
    sink.writeAndFlush(ByteBuffer(), promise: written)
  }

  private func schedule() {
    timer?.cancel()
    timer = nil
    guard let time = chain.nextTime else { return }
    let stream = NIOLoopBound(self, eventLoop: sink.eventLoop)
    let deadline = NIODeadline.uptimeNanoseconds(UInt64(max(0, time.nanoseconds)))
    timer = sink.eventLoop.scheduleTask(deadline: deadline) { stream.value.receiveComplete() }
  }
}

extension ToxicTime {
  /// The time of the event loops' clock.
  static var now: ToxicTime {
    ToxicTime(nanoseconds: Int64(clamping: NIODeadline.now().uptimeNanoseconds))
  }
}
