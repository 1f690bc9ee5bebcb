import ContractModel

/// The names under which CI servers keep test cases apart.
///
/// A server may drop a case whose class and name it has seen, so each pair occurs once: an
/// interaction is called by its description, with its provider states where that is not enough,
/// and with a number where they are not enough either.
enum JUnitCaseNames {
  private struct Key: Hashable {
    var className: String
    var name: String
  }

  /// The class name of a contract's test cases.
  static func className(of group: ContractGroup) -> String {
    "\(group.consumer).\(group.provider)".xmlToken
  }

  /// The name of each result.
  static func names(of results: [InteractionResult], in groups: [ContractGroup]) -> [String] {
    let descriptions = keys(of: results, in: groups)
    guard Set(descriptions).count < descriptions.count else { return descriptions.map(\.name) }
    return numbered(withStates(descriptions, of: results)).map(\.name)
  }

  private static func keys(of results: [InteractionResult], in groups: [ContractGroup]) -> [Key] {
    var keys = [Key](repeating: Key(className: "", name: ""), count: results.count)
    for group in groups {
      let className = className(of: group)
      for index in group.indices {
        keys[index] = Key(className: className, name: results[index].description.xmlToken)
      }
    }
    return keys
  }

  /// Adds the provider states where a key occurs more than once.
  private static func withStates(_ keys: [Key], of results: [InteractionResult]) -> [Key] {
    var counts: [Key: Int] = [:]
    for key in keys { counts[key, default: 0] += 1 }
    return zip(keys, results).map { key, result in
      guard !result.providerStates.isEmpty, counts[key, default: 0] > 1 else { return key }
      let states = result.providerStates.map(\.xmlToken).joined(separator: ", ")
      return Key(className: key.className, name: "\(key.name) (given \(states))")
    }
  }

  /// Adds a number to a key that occurred before; the keys that need none keep their names.
  private static func numbered(_ keys: [Key]) -> [Key] {
    var taken = Set(keys)
    var counts: [Key: Int] = [:]
    return keys.map { key in
      var count = counts[key, default: 0] + 1
      var numbered = key
      if count > 1 {
        numbered.name = "\(key.name) #\(count)"
        while !taken.insert(numbered).inserted {
          count += 1
          numbered.name = "\(key.name) #\(count)"
        }
      }
      counts[key] = count
      return numbered
    }
  }
}
