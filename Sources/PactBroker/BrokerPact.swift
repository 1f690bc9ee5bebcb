package import ContractFiles
package import ContractModel
import JSONText

/// A pact from a broker, or from a URL, with what the broker says about it.
package struct BrokerPact: Sendable {
  /// Where it comes from.
  package let url: String
  /// What is in it.
  package let file: ContractFile
  /// Whether a mismatch does not count yet.
  package let isPending: Bool
  /// The broker's remarks.
  package let notices: [BrokerNotice]
  /// Where results are posted, or `nil` when the pact is not from a broker.
  package let publicationURL: String?
  /// The version of the consumer that published it, or `nil` when the broker does not say.
  package let consumerVersion: String?
  /// The provider in the broker, where its branches and tags are.
  package let providerURL: String?

  /// Reads a pact.
  ///
  /// - Parameters:
  ///   - answer: the answer that holds it; its address is the file's in locations.
  ///   - selection: how the broker has chosen it.
  ///   - address: what its links are resolved to.
  init(_ answer: BrokerAnswer, _ selection: PactSelection, at address: BrokerAddress) {
    url = answer.request.url
    isPending = selection.isPending
    notices = selection.notices
    var file = ContractFile(reading: answer.body, file: url)
    var links: HALResource?
    if case .contract(var contract) = file.content {
      links = contract.source.map { HALResource($0, url: answer.request.url) }
      if selection.isPending {
        for index in contract.interactions.indices {
          contract.interactions[index].isPending = true
        }
        file.content = .contract(contract)
      }
    }
    self.file = file
    publicationURL = links?.link("pb:publish-verification-results", at: address)
    consumerVersion = links?.root["_links"]?["pb:consumer-version"]?["name"]?.string
    providerURL = links?.link("pb:provider", at: address)
  }

  /// The contract, or `nil` when the file is none.
  package var contract: Contract? {
    if case .contract(let contract) = file.content { contract } else { nil }
  }
}
