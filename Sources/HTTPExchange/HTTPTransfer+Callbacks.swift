extension HTTPTransfer {
  /// Hands bytes from a callback of libcurl to the receiver of the transfer in `context`.
  ///
  /// - Returns: The number of bytes taken; any other than `count` makes libcurl end the transfer.
  static func take(
    _ bytes: UnsafeMutablePointer<CChar>?, _ count: Int, _ context: UnsafeMutableRawPointer?,
    by receive: (inout HTTPResponseReceiver, UnsafeRawBufferPointer) -> Bool
  ) -> Int {
    guard let context, let bytes else { return 0 }
    let transfer = Unmanaged<HTTPTransfer>.fromOpaque(context).takeUnretainedValue()
    let buffer = UnsafeRawBufferPointer(start: bytes, count: count)
    return receive(&transfer.receiver, buffer) ? count : 0
  }
}
