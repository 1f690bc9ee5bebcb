import ContractModel

/// The names under which CI servers keep test cases apart.
///
/// A server may drop a case whose class and name it has seen, so each pair occurs once: an
/// interaction is called by its description, with its provider states where that is not enough,
/// and with a number where they are not enough either.
enum JUnitCaseNames {
  /// The class name of a contract's test cases.
  static func className(of group: ContractGroup) -> String {
    "\(group.consumer).\(group.provider)".xmlToken
  }

  /// The name of each result.
  static func names(of results: [InteractionResult], in groups: [ContractGroup]) -> [String] {
    var classes: [String: [Int]] = [:]  // "a.b" and "c" make the same class as "a" and "b.c"
    for group in groups { classes[className(of: group), default: []] += group.indices }
    var names = results.indices.map { results[$0].description.xmlToken }
    for indices in classes.values {
      guard Set(indices.lazy.map { [names] in names[$0] }).count < indices.count else { continue }
      addStates(to: &names, of: results, at: indices)
      addNumbers(to: &names, at: indices)
    }
    return names
  }

  /// Adds the provider states where a name occurs more than once.
  private static func addStates(
    to names: inout [String], of results: [InteractionResult], at indices: [Int]
  ) {
    var counts: [String: Int] = [:]
    for index in indices { counts[names[index], default: 0] += 1 }
    for index in indices where counts[names[index], default: 0] > 1 {
      guard !results[index].providerStates.isEmpty else { continue }
      let states = results[index].providerStates.map(\.xmlToken).joined(separator: ", ")
      names[index] += " (given \(states))"
    }
  }

  /// Adds a number to a name that occurred before; the names that need none stay as they are.
  private static func addNumbers(to names: inout [String], at indices: [Int]) {
    var taken: Set<String> = []
    for index in indices { taken.insert(names[index]) }
    var counts: [String: Int] = [:]
    for index in indices {
      let name = names[index]
      var count = counts[name, default: 0] + 1
      if count > 1 {
        while !taken.insert("\(name) #\(count)").inserted { count += 1 }
        names[index] = "\(name) #\(count)"
      }
      counts[name] = count
    }
  }
}
