import CCurl
import ContractModel

/// What libcurl knows about a finished transfer.
struct HTTPTransferInformation {
  /// The easy handle.
  let handle: UnsafeMutableRawPointer

  /// The status of the last response.
  var status: Int { number(CURLINFO_RESPONSE_CODE) }

  /// Whether there was a connection to the other side, the TLS handshake included.
  var isConnected: Bool { time(CURLINFO_PRETRANSFER_TIME_T) > .zero }

  /// The IP address and port of the other side.
  var address: String {
    var text: UnsafeMutablePointer<CChar>?
    guard ccurl_get_string(handle, CURLINFO_PRIMARY_IP, &text) == CURLE_OK, let text else {
      return ""
    }
    let host = String(cString: text)
    return "\(host.contains(":") ? "[\(host)]" : host):\(number(CURLINFO_PRIMARY_PORT))"
  }

  /// How long the steps took.
  ///
  /// libcurl counts each from the start, and gives times to steps that a reused connection skips.
  var timings: Timings {
    let isReused = number(CURLINFO_NUM_CONNECTS) == 0
    let dns = isReused ? .zero : time(CURLINFO_NAMELOOKUP_TIME_T)
    let connected = isReused ? .zero : time(CURLINFO_CONNECT_TIME_T)
    let secured = isReused ? .zero : time(CURLINFO_APPCONNECT_TIME_T)
    return Timings(
      dns: dns, connect: max(connected - dns, .zero), tls: max(secured - connected, .zero),
      firstByte: time(CURLINFO_STARTTRANSFER_TIME_T), total: time(CURLINFO_TOTAL_TIME_T))
  }

  private func number(_ information: CURLINFO) -> Int {
    var value = 0
    return ccurl_get_long(handle, information, &value) == CURLE_OK ? value : 0
  }

  private func time(_ information: CURLINFO) -> Duration {
    var value: curl_off_t = 0
    let code = ccurl_get_offset(handle, information, &value)
    return code == CURLE_OK ? .microseconds(Int64(value)) : .zero
  }
}
