import ContractModel

/// Keeps what is known of each interaction of a run, and what a reader should know besides.
struct ResultLedger {
  private let items: [VerificationItem]
  /// The results of all interactions; those that were not reached are skipped.
  private(set) var finishedResults: [InteractionResult]
  private var isReached: [Bool]
  private var noted: Set<String> = []
  /// What a reader should know, in the order in which it was found.
  private(set) var warnings: [String] = []
  /// How many interactions that count could not be used.
  private(set) var uncompiled = 0

  init(_ items: [VerificationItem]) {
    self.items = items
    isReached = Array(repeating: false, count: items.count)
    finishedResults = items.map { Self.blank($0, .skipped, error: "interrupted") }
  }

  /// Whether an interaction was not reached.
  var isIncomplete: Bool { isReached.contains(false) }

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
    finishedResults[index] = result
    isReached[index] = true
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
    Self.blank(items[index], status, error: error)
  }

  private static func blank(
    _ item: VerificationItem, _ status: InteractionResult.Status, error: String?
  ) -> InteractionResult {
    let interaction = item.interaction
    return InteractionResult(
      consumer: item.consumer, provider: item.provider, description: interaction.description,
      providerStates: interaction.providerStates.map(\.name), key: interaction.key,
      kind: interaction.content.kind, status: status, location: interaction.location,
      error: error, comments: interaction.remarks, testName: interaction.testName, tries: 0)
  }
}
