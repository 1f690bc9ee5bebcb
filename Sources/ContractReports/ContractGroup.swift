import ContractModel

/// The results of one contract: those with the same consumer and provider.
struct ContractGroup {
  /// What tells contracts apart.
  private struct Parties: Hashable {
    var consumer: String
    var provider: String
  }

  /// The party that calls.
  var consumer: String
  /// The party that answers.
  var provider: String
  /// The places of the results in the list that was grouped.
  var indices: [Int]

  /// Groups results; the groups stand in the order of their first results.
  static func groups(of results: [InteractionResult]) -> [ContractGroup] {
    var groups: [ContractGroup] = []
    var places: [Parties: Int] = [:]
    for index in results.indices {
      let (consumer, provider) = (results[index].consumer, results[index].provider)
      // Results come file by file, so the last group nearly always fits and nothing is hashed.
      if let last = groups.indices.last, groups[last].consumer == consumer,
        groups[last].provider == provider
      {
        groups[last].indices.append(index)
        continue
      }
      let parties = Parties(consumer: consumer, provider: provider)
      if let place = places[parties] {
        groups[place].indices.append(index)
      } else {
        places[parties] = groups.count
        groups.append(ContractGroup(consumer: consumer, provider: provider, indices: [index]))
      }
    }
    return groups
  }
}
