#if TLS
  import FaultModel
  import NIOCore
  import NIOSSL

  /// Meets the clients of one mock; it is confined to the event loop of its server.
  final class TLSEndpoint: ConnectionSecurity {
    private let material: TLSMaterial
    /// What befalls the connection with a number.
    private let fault: (Int) -> TLSFault?
    private var contexts: [TLSHandshake: NIOSSLContext] = [:]

    init(_ material: TLSMaterial, fault: @escaping (Int) -> TLSFault?) {
      self.material = material
      self.fault = fault
    }

    func secure(
      _ channel: any Channel, number: Int,
      addHTTP: @escaping (any Channel, HTTPVersion) throws -> Void
    ) throws {
      let handshake = fault(number)?.handshake ?? TLSHandshake()
      let pipeline = channel.pipeline.syncOperations
      switch handshake.conduct {
      case .stall: try pipeline.addHandler(SpoiltHandshakeHandler(nil))
      case .refuse(let alert): try pipeline.addHandler(SpoiltHandshakeHandler(alert))
      case .complete, .refuseAfterwards:
        try pipeline.addHandler(PlainRequestHandler())
        try pipeline.addHandler(NIOSSLServerHandler(context: try context(for: handshake)))
        try pipeline.addHandler(NegotiationHandler(addHTTP))
      }
    }

    private func context(for handshake: TLSHandshake) throws -> NIOSSLContext {
      if let known = contexts[handshake] { return known }
      let context = try material.context(for: handshake)
      contexts[handshake] = context
      return context
    }
  }
#endif
