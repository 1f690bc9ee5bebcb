import ContractModel

/// Keeps what is known of each interaction of a run, and what a reader should know besides.
struct ResultLedger {
  private let items: [VerificationItem]
  private var results: [InteractionResult?]
  private var noted: Set<String> = []
  /// What a reader should know, in the order in which it was found.
  private(set) var warnings: [String] = []
  /// How many interactions that count could not be used.
  private(set) var uncompiled = 0

  init(_ items: [VerificationItem]) {
    self.items = items
    results = Array(repeating: nil, count: items.count)
  }

  /// Whether an interaction was not reached.
  var isIncomplete: Bool { results.contains { $0 == nil } }

  /// The results of all interactions; those that were not reached are skipped.
  var finishedResults: [InteractionResult] {
    items.indices.map { index in
      results[index] ?? blank(index, .skipped, error: "interrupted")
    }
  }

  /// Notes something for the reader.
  mutating func warn(_ text: String) { warnings.append(text) }

  /// Notes something for the reader, unless something was noted under the same key.
  mutating func warnOnce(_ key: String, _ text: String) {
    if noted.insert(key).inserted { warnings.append(text) }
  }

  /// Keeps the result of an interaction, and gives it as it counts.
  mutating func store(_ index: Int, _ result: InteractionResult) -> InteractionResult {
    var result = result
    if items[index].interaction.isPending, [.failed, .error].contains(result.status) {
      result.status = .pending
    }
    results[index] = result
    return result
  }

  /// Keeps that an interaction of the contract cannot be used.
  mutating func storeUnusable(_ index: Int, _ reason: String) -> InteractionResult {
    if !items[index].interaction.isPending { uncompiled += 1 }
    return store(index, blank(index, .error, error: reason))
  }

  /// A result that holds no more than the interaction itself, which was not asked yet.
  func blank(
    _ index: Int, _ status: InteractionResult.Status, error: String? = nil
  ) -> InteractionResult {
    let item = items[index]
    let interaction = item.interaction
    return InteractionResult(
      consumer: item.consumer, provider: item.provider, description: interaction.description,
      providerStates: interaction.providerStates.map(\.name), key: interaction.key,
      kind: interaction.content.kind, status: status, location: interaction.location,
      error: error, comments: interaction.remarks, testName: interaction.testName, tries: 0)
  }
}
