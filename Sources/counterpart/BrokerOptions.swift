import ArgumentParser
import ContractStore
import PactBroker

/// Where `verify` gets pacts from besides files, and what it tells the broker.
struct BrokerOptions: ParsableArguments {
  @OptionGroup var access: BrokerAccessOptions

  @Option(
    name: .customLong("consumer-version-selector"),
    help: """
      Which pacts to get, e.g. '{"mainBranch": true}' or '{"deployedOrReleased": true}' (repeatable). \
      (default: the latest of each consumer)
      """)
  var selectors: [String] = []

  @Option(help: "The branch of the provider's version.")
  var providerBranch: String?

  @Option(
    name: .customLong("provider-tag"), help: "A tag of the provider's version (repeatable).")
  var providerTags: [String] = []

  @Flag(help: "Let pacts that this branch of the provider never honoured fail without counting.")
  var enablePending = false

  @Option(
    help:
      "Also get pacts that no selector chooses if they are newer than this day, as pending ones.")
  var includeWipSince: String?

  @Flag(help: "Publish the results to the broker; needs --provider-version.")
  var publish = false

  @Option(name: .customLong("build-url"), help: "The build, which the published results link to.")
  var buildURL: String?

  @Flag(help: "End well when the broker has no pacts of the provider.")
  var ignoreNoPacts = false

  /// What the broker is asked for.
  func query(for provider: String) throws -> PactQuery {
    var query = PactQuery(provider: provider)
    for text in selectors {
      do throws(SelectorError) {
        query.selectors += try ConsumerVersionSelector.read(
          text, hasProviderBranch: providerBranch != nil)
      } catch {
        throw ValidationError("--consumer-version-selector \(text): \(error)")
      }
    }
    query.includesPending = enablePending
    query.workInProgressSince = includeWipSince
    query.providerBranch = providerBranch
    query.providerTags = providerTags
    return query
  }
}
