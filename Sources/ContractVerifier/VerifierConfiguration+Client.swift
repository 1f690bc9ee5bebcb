package import HTTPExchange

extension VerifierConfiguration {
  /// How the provider, its states and its messages are connected to.
  package var client: HTTPClientConfiguration {
    HTTPClientConfiguration(
      connectTimeout: connectTimeout, requestTimeout: requestTimeout, caFile: authorityFile,
      clientCertificate: certificateFile, clientKey: keyFile, insecure: isInsecure,
      maximumBodySize: maximumBodySize, parallel: max(1, parallel), connection: connection)
  }
}
