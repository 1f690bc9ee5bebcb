/// A proxy, and the hosts that are reached without it.
package struct HTTPProxy: Sendable, Hashable {
  /// This machine by its usual names.
  package static let loopback = ["localhost", "127.0.0.1", "::1"]

  /// The address of the proxy.
  package var url: String
  /// Hosts, and domains whose hosts are reached without the proxy; `*` for all.
  package var exceptions: [String]

  /// Creates a proxy, through which this machine is not reached unless `exceptions` say so.
  package init(url: String, exceptions: [String] = loopback) {
    self.url = url
    self.exceptions = exceptions
  }

  /// Whether a host is reached through the proxy.
  package func isUsed(for host: String) -> Bool {
    let host = host.lowercased()
    return !exceptions.contains { exception in
      let domain = exception.lowercased().drop { $0 == "." }
      return domain == "*" || host == domain || host.hasSuffix(".\(domain)")
    }
  }
}
