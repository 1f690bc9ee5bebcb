import ArgumentParser
import HTTPExchange

/// How the provider is spoken to.
struct ConnectionOptions: ParsableArguments {
  /// A version of HTTP.
  enum Version: String, ExpressibleByArgument, CaseIterable {
    case http1 = "1.1"
    case http2 = "2"
    case priorKnowledge = "2-prior-knowledge"
  }

  /// A version of TLS.
  enum TLSVersion: String, ExpressibleByArgument, CaseIterable {
    case tls12 = "1.2"
    case tls13 = "1.3"
  }

  @Option(
    name: .customLong("http"),
    help: "The version of HTTP: 2 needs TLS and falls back to 1.1, 2-prior-knowledge needs neither."
  )
  var version = Version.http1

  @Option(help: "The least version of TLS.")
  var tlsMin = TLSVersion.tls12

  @Option(help: "A proxy for every request; proxies of the environment are not used.")
  var proxy: String?

  @Option(
    help: """
      Hosts and domains that are reached without the proxy, separated by commas; an empty list has none. \
      (default: localhost,127.0.0.1,::1)
      """)
  var noProxy: String?

  @Option(help: "How long the body of an answer may be, e.g. 500kB or 64MB.")
  var maxBody = SizeOption(bytes: 64_000_000)

  func validate() throws {
    if noProxy != nil, proxy == nil {
      throw ValidationError("--no-proxy says what --proxy is not for, which is missing")
    }
    if let proxy, !proxy.contains("${") { try check(proxy) }
  }

  /// The settings of a client.
  ///
  /// - Parameter resolve: puts secrets into the address of the proxy.
  func settings(
    _ resolve: (String) throws -> String = { $0 }
  ) throws -> HTTPConnectionSettings {
    var settings = HTTPConnectionSettings()
    settings.version =
      switch version {
      case .http1: .http1
      case .http2: .http2
      case .priorKnowledge: .http2PriorKnowledge
      }
    settings.leastTLS = tlsMin == .tls13 ? .tls13 : .tls12
    if let proxy {
      let url = try resolve(proxy)
      try check(url)
      let exceptions = noProxy.map { list in
        list.split(separator: ",").map { $0.filter { !$0.isWhitespace } }
      }
      settings.proxy = HTTPProxy(url: url, exceptions: exceptions ?? HTTPProxy.loopback)
    }
    return settings
  }

  private func check(_ proxy: String) throws {
    do throws(HTTPExchangeError) {
      let address = try HTTPAddress(proxy)
      if let problem = address.problem {
        throw HTTPExchangeError(
          .badURL, "'\(HTTPAddress.withoutCredentials(proxy))': \(problem)")
      }
    } catch {
      throw ValidationError("--proxy \(error)")
    }
  }
}
