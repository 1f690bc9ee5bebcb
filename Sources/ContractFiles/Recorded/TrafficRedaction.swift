package import ContractModel

/// What of recorded traffic is secret, and what is noise.
package struct TrafficRedaction: Sendable {
  /// What stands in place of a secret.
  package static let mark = "REDACTED"

  private let secrets: Set<String>

  private static let standard: Set<String> = [
    "authorization", "proxy-authorization", "cookie", "set-cookie", "x-api-key", "api-key",
    "x-auth-token", "x-csrf-token", "x-amz-security-token",
  ]
  /// Fields of answers that differ each time, or speak of the connection.
  private static let noise: Set<String> = [
    "date", "server", "connection", "keep-alive", "transfer-encoding", "content-length",
    "content-encoding", "via", "age", "x-powered-by", "x-request-id", "x-correlation-id",
    "x-runtime", "x-response-time", "trailer", "upgrade", "alt-svc", "proxy-connection",
    "server-timing", "nel", "report-to", "traceparent", "tracestate",
  ]
  /// Fields of answers that the mock writes itself.
  private static let framing: Set<String> = [
    "connection", "keep-alive", "transfer-encoding", "content-length", "trailer", "upgrade",
    "proxy-connection",
  ]

  /// - Parameters:
  ///   - names: the names of more header fields whose values are secret.
  ///   - keepsAll: whether nothing is secret.
  package init(also names: [String] = [], keepsAll: Bool = false) {
    secrets = keepsAll ? [] : Self.standard.union(names.map { $0.lowercased() })
  }

  /// Whether the values of a header field are secret.
  package func isSecret(_ name: String) -> Bool { secrets.contains(name.lowercased()) }

  /// Whether a header field of an answer is of no use in a contract.
  package func isNoise(_ name: String) -> Bool { Self.noise.contains(name.lowercased()) }

  /// Whether a header field of an answer is about how it was sent.
  static func isFraming(_ name: String) -> Bool { framing.contains(name.lowercased()) }

  /// A value as it may be written.
  package func value(_ value: String, of name: String) -> String {
    guard isSecret(name) else { return value }
    switch name.lowercased() {
    case "authorization", "proxy-authorization":
      let scheme = value.prefix { $0 != " " }
      return scheme.count < value.count ? "\(scheme) \(Self.mark)" : Self.mark
    case "cookie":
      return value.split(separator: ";").map(Self.withoutValue).joined(separator: "; ")
    case "set-cookie":
      let pair = value.prefix { $0 != ";" }
      return Self.withoutValue(pair) + value.dropFirst(pair.count)
    default: return Self.mark
    }
  }

  private static func withoutValue(_ pair: Substring) -> String {
    "\(pair.drop { $0 == " " }.prefix { $0 != "=" })=\(mark)"
  }

  /// Header fields with the same name as one.
  package static func joined(_ lines: [Field]) -> [Field] {
    lines.reduce(into: []) { fields, line in
      let name = line.name.lowercased()
      if let place = fields.firstIndex(where: { $0.name.lowercased() == name }) {
        fields[place].values += line.values
      } else {
        fields.append(line)
      }
    }
  }
}
