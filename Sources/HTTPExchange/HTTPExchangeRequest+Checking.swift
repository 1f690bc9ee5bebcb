import ContractModel

extension HTTPExchangeRequest {
  /// Refuses a method, a header line or a body that would not arrive as it is written.
  ///
  /// The value stays out of the message because it may be a secret.
  func check(for address: HTTPAddress) throws(HTTPExchangeError) {
    if !HTTPText.isName(method) {
      throw HTTPExchangeError(
        .badRequest, "\(address.endpoint): HTTP cannot carry the method \(method.debugDescription)")
    }
    if method == "HEAD", body?.isEmpty == false {
      throw HTTPExchangeError(
        .badRequest, "\(address.endpoint): libcurl cannot send a body with the method HEAD")
    }
    for line in headers where !HTTPText.isName(line.name) {
      throw HTTPExchangeError(
        .badRequest,
        "\(address.endpoint): HTTP cannot carry the header name \(line.name.debugDescription)")
    }
    for line in headers where !HTTPText.isValue(line.value) {
      throw HTTPExchangeError(
        .badRequest,
        "\(address.endpoint): the value of the header '\(line.name)' holds a line break or a NUL")
    }
  }

  /// Whether the header has a line of that name, in any case.
  func hasHeader(_ name: String) -> Bool {
    let name = name.lowercased()
    return headers.contains { $0.name.lowercased() == name }
  }

  /// The body to send: methods that are defined to carry one say so when it is empty.
  var announcedBody: [UInt8]? {
    switch method {
    case "HEAD": nil
    case "POST", "PUT", "PATCH": body ?? []
    default: body
    }
  }
}
