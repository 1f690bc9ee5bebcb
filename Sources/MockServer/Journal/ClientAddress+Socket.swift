import MockEngine
import NIOCore

extension ClientAddress {
  /// The address of a peer; one of version 4 that is mapped into version 6 reads as version 4.
  init(_ address: SocketAddress?) {
    guard let address, address.protocol != .unix else {
      self.init()
      return
    }
    let isVersion6 = address.protocol == .inet6
    self = address.withSockAddr { pointer, length in
      // The address stands behind family and port, in version 6 behind the flow as well.
      let bytes = UnsafeRawBufferPointer(start: pointer, count: length)
      return isVersion6 ? Self(v6: bytes.dropFirst(8).prefix(16)) : Self(v4: bytes[4..<8])
    }
  }
}
