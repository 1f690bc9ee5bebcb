import ContractModel

extension VerifierConfiguration {
  /// Names of transports that mean no more than the default.
  private static let plainTransports: Set<String> = ["http", "https", "message", "sync-message"]

  /// Where an interaction is asked: the base of its request, or the URL that its message is asked from.
  ///
  /// What the transport that the contract names is mapped to comes first, then what the kind of the
  /// interaction is mapped to, then the provider's URL.
  func url(of interaction: Interaction) -> String {
    if let name = interaction.transport, let url = transports[name] { return url }
    switch interaction.content {
    case .http: return transports["http"] ?? providerURL
    case .message, .synchronousMessage, .unusable:
      return messageURL ?? transports["message"] ?? providerURL
    }
  }

  /// The transport of an interaction if it is one that nothing is known of.
  func unknownTransport(of interaction: Interaction) -> String? {
    guard let name = interaction.transport, transports[name] == nil,
      !Self.plainTransports.contains(name)
    else { return nil }
    return name
  }
}
