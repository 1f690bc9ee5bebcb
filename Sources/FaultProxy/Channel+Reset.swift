import NIOCore
import NIOPosix

extension Channel {
  /// Closes the connection so that the peer is told of a reset.
  func reset() {
    guard let options = self as? any SocketOptionProvider else { return close(promise: nil) }
    // Closing with a linger time of 0 sends RST instead of FIN.
    options.setSoLinger(linger(l_onoff: 1, l_linger: 0)).whenComplete { _ in
      self.close(promise: nil)
    }
  }
}
