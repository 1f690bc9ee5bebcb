/// Why a stream or a connection of HTTP/2 ends (RFC 9113, section 7).
package enum StreamErrorCode: String, Sendable, Hashable, CaseIterable {
  case noError = "NO_ERROR"
  case protocolError = "PROTOCOL_ERROR"
  case internalError = "INTERNAL_ERROR"
  case flowControlError = "FLOW_CONTROL_ERROR"
  case settingsTimeout = "SETTINGS_TIMEOUT"
  case streamClosed = "STREAM_CLOSED"
  case frameSizeError = "FRAME_SIZE_ERROR"
  case refusedStream = "REFUSED_STREAM"
  case cancel = "CANCEL"
  case compressionError = "COMPRESSION_ERROR"
  case connectError = "CONNECT_ERROR"
  case enhanceYourCalm = "ENHANCE_YOUR_CALM"
  case inadequateSecurity = "INADEQUATE_SECURITY"
  case http11Required = "HTTP_1_1_REQUIRED"

  /// The number that goes over the wire.
  package var number: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  /// A member of a fault that names one.
  static let member = FaultMember("code", .choice(allCases.map(\.rawValue)))
}
