#if HTTP2
  import NIOHPACK

  /// The head of a request of HTTP/2 in the form of HTTP/1.1, so that one parser, one engine and one journal know both.
  struct HTTP2RequestHead {
    /// The head, with its empty line.
    private(set) var bytes: [UInt8] = []
    /// The length of the body that the client has told.
    private(set) var contentLength: Int?

    /// Writes a head.
    ///
    /// - Returns: `nil` when it has what a head of HTTP/1.1 could not carry without becoming another.
    init?(_ headers: HPACKHeaders) {
      guard let method = headers.first(name: ":method"), let path = headers.first(name: ":path"),
        Self.isClean(method), Self.isClean(path)
      else { return nil }
      append("\(method) \(path) HTTP/1.1\r\n")
      let authority = headers.first(name: ":authority")
      if let authority {
        guard Self.isClean(authority) else { return nil }
        append("host: \(authority)\r\n")
      }
      var cookies: [String] = []
      for (name, value, _) in headers where !name.hasPrefix(":") {
        guard Self.isClean(name), !name.contains(":"), Self.isValue(value) else { return nil }
        switch name {
        case "transfer-encoding", "connection", "keep-alive", "upgrade", "proxy-connection":
          return nil
        case "host" where authority != nil: continue
        // One cookie may come in pieces (RFC 9113, section 8.2.3).
        case "cookie": cookies.append(value)
        case "content-length":
          guard let length = Int(value), length >= 0 else { return nil }
          contentLength = length
          append("\(name): \(value)\r\n")
        default: append("\(name): \(value)\r\n")
        }
      }
      if !cookies.isEmpty { append("cookie: \(cookies.joined(separator: "; "))\r\n") }
      append("\r\n")
    }

    private mutating func append(_ text: String) { bytes += text.utf8 }

    private static func isClean(_ text: String) -> Bool {
      !text.isEmpty && text.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F }
    }

    private static func isValue(_ text: String) -> Bool {
      text.utf8.allSatisfy { $0 != 0x0D && $0 != 0x0A && $0 != 0 }
    }
  }
#endif
