import MockEngine

/// A request that a mock got.
public struct ReceivedRequest: Sendable, Hashable {
  /// The number of the request, from 1, in the order in which they came.
  public let number: Int
  /// The method.
  public let method: String
  /// The path, percent-escapes included.
  public let path: String
  /// The query without its `?`, `nil` when there is none.
  public let query: String?
  /// The header fields, in their order.
  public let headers: [HeaderLine]
  /// The body.
  public let body: [UInt8]
  /// When it had come, since the mock began to listen.
  public let time: Duration
  /// The status of the answer; `nil` when none was sent, because of a fault.
  public let status: Int?
  /// The fault that befell the answer, as `TYPE[,KEY=VALUE]…`; `nil` when none did.
  public let fault: String?

  /// A header field as it came.
  public struct HeaderLine: Sendable, Hashable {
    /// The name, in the letters of the request.
    public let name: String
    /// The value.
    public let value: String
  }

  /// The value of the first header field of a name, in any case; `nil` when there is none.
  public func header(_ name: String) -> String? {
    let name = name.lowercased()
    return headers.first { $0.name.lowercased() == name }?.value
  }

  /// The body as text.
  public var text: String { String(decoding: body, as: UTF8.self) }

  init(_ entry: JournalEntry) {
    number = entry.number
    method = entry.method
    path = entry.path
    query = entry.query
    headers = entry.fields.map { HeaderLine(name: $0.name, value: $0.value) }
    body = entry.body
    time = entry.time
    status = entry.status == 0 ? nil : entry.status
    fault = entry.fault?.text
  }
}

extension ReceivedRequest: CustomStringConvertible {
  /// The request line, e.g. `GET /orders?page=1`.
  public var description: String { "\(method) \(path)\(query.map { "?\($0)" } ?? "")" }
}
