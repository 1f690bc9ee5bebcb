#if HTTP2
  import FaultModel
  import MockEngine
  import NIOCore
  import NIOHTTP2

  /// Speaks HTTP/2 on a connection: each stream asks the same responder as a connection of HTTP/1.1 does.
  enum HTTP2Connection {
    /// Adds what speaks HTTP/2 to a connection.
    ///
    /// - Parameter place: where in the pipeline.
    static func add(
      to channel: any Channel, _ responder: any RequestResponder, _ bodyLimit: Int,
      _ source: RequestSource, at place: ChannelPipeline.SynchronousOperations.Position = .last
    ) throws {
      // Of a client that says that it will send no more nothing is to come on any stream.
      channel.setOption(.allowRemoteHalfClosure, value: false).whenFailure { _ in }
      let responder = NIOLoopBound(responder, eventLoop: channel.eventLoop)
      let handler = NIOHTTP2Handler(
        mode: .server, eventLoop: channel.eventLoop, connectionConfiguration: connection,
        streamConfiguration: NIOHTTP2Handler.StreamConfiguration()
      ) { stream in
        stream.eventLoop.makeCompletedFuture {
          try stream.pipeline.syncOperations.addHandler(
            HTTP2StreamHandler(responder.value, bodyLimit: bodyLimit, source: source))
        }
      }
      try channel.pipeline.syncOperations.addHandlers(
        [handler, HTTP2ErrorHandler()], position: place)
    }

    /// How much a client may ask for; resets in quick succession end the connection (CVE-2023-44487).
    private static var connection: NIOHTTP2Handler.ConnectionConfiguration {
      var configuration = NIOHTTP2Handler.ConnectionConfiguration()
      configuration.initialSettings = [
        HTTP2Setting(parameter: .maxConcurrentStreams, value: 100),
        HTTP2Setting(parameter: .maxHeaderListSize, value: RequestHeadParser.sizeLimit),
      ]
      // Faults tell lengths that are not true; those of requests are checked where they are read.
      configuration.contentLengthValidation = .disabled
      return configuration
    }
  }

  extension StreamErrorCode {
    /// The code as the library has it.
    var wire: HTTP2ErrorCode { HTTP2ErrorCode(networkCode: number) }
  }
#endif
