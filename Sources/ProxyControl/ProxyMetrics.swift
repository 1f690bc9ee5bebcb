import FaultProxy

/// What has gone through the proxies, as Prometheus reads it; the first two are Toxiproxy's.
struct ProxyMetrics {
  private var lines: [String] = []

  /// All of it.
  static func text(_ registry: ProxyRegistry) async -> String {
    var all: [(ProxyOptions, ProxyCounts)] = []
    for proxy in await registry.all { all.append((await proxy.options, await proxy.counts)) }
    var metrics = ProxyMetrics()
    metrics.bytes("toxiproxy_proxy_received_bytes_total", "Bytes that came.", all) {
      [("downstream", $0.downstreamReceived), ("upstream", $0.upstreamReceived)]
    }
    metrics.bytes("toxiproxy_proxy_sent_bytes_total", "Bytes that were sent on.", all) {
      [("downstream", $0.downstreamBytes), ("upstream", $0.upstreamBytes)]
    }
    metrics.connections("counterpart_proxy_connections_total", "counter", all) { $0.connections }
    metrics.connections("counterpart_proxy_open_connections", "gauge", all) { $0.openConnections }
    return metrics.lines.joined(separator: "\n") + "\n"
  }

  private mutating func bytes(
    _ name: String, _ help: String, _ all: [(ProxyOptions, ProxyCounts)],
    _ values: (ProxyCounts) -> [(direction: String, bytes: Int)]
  ) {
    lines += ["# HELP \(name) \(help)", "# TYPE \(name) counter"]
    for (options, counts) in all {
      for (direction, bytes) in values(counts) {
        let labels = [("direction", direction)] + Self.labels(options)
        lines.append("\(name){\(Self.text(labels))} \(bytes)")
      }
    }
  }

  private mutating func connections(
    _ name: String, _ type: String, _ all: [(ProxyOptions, ProxyCounts)],
    _ value: (ProxyCounts) -> Int
  ) {
    lines += ["# HELP \(name) Connections of clients.", "# TYPE \(name) \(type)"]
    for (options, counts) in all {
      lines.append("\(name){\(Self.text(Self.labels(options)))} \(value(counts))")
    }
  }

  private static func labels(_ options: ProxyOptions) -> [(String, String)] {
    [
      ("listener", options.listen.description), ("proxy", options.name),
      ("upstream", options.upstream.description),
    ]
  }

  /// Labels as Prometheus reads them: backslash, quote and line break are escaped.
  private static func text(_ labels: [(String, String)]) -> String {
    labels.map { name, value in
      var text = ""
      for character in value {
        switch character {
        case "\\": text += "\\\\"
        case "\"": text += "\\\""
        case "\n": text += "\\n"
        default: text.append(character)
        }
      }
      return "\(name)=\"\(text)\""
    }.joined(separator: ",")
  }
}
