public import ContractModel

/// What a verification gave, as Maven Surefire writes it: a folder of JUnit XML files.
///
/// Each contract is a file `TEST-consumer.provider.xml` whose root is its suite, valid under the
/// schema of Surefire 3.
public struct SurefireReport: Sendable {
  private static let longestName = 200

  private let result: VerificationResult

  /// Creates the report of a verification.
  public init(_ result: VerificationResult) { self.result = result }

  /// The files, each with a name of its own, also where upper and lower case are the same.
  ///
  /// - Throws: ``ReportError/xmlNotWritten`` when a document does not fit into memory.
  public func files() throws(ReportError) -> [ReportFile] {
    let groups = ContractGroup.groups(of: result.results)
    let suite = JUnitSuite(result, in: groups, profile: .surefire, hostname: "")
    var taken: Set<String> = []
    var counts: [String: Int] = [:]
    var files: [ReportFile] = []
    for (id, group) in groups.enumerated() {
      var xml = try XMLWriter(capacity: 4_096 + 256 * group.indices.count)
      suite.write(group, id: id, to: &xml)
      let name = Self.name(of: group, &taken, &counts)
      files.append(ReportFile(name: "TEST-\(name).xml", bytes: try xml.finish()))
    }
    return files
  }

  /// A name that no other file has; `counts` keeps the search for the next free number short.
  private static func name(
    of group: ContractGroup, _ taken: inout Set<String>, _ counts: inout [String: Int]
  ) -> String {
    let stem = stem(of: JUnitCaseNames.className(of: group))
    var name = stem
    var count = counts[stem.lowercased(), default: 1]
    while !taken.insert(name.lowercased()).inserted {
      count += 1
      name = "\(stem)-\(count)"
    }
    counts[stem.lowercased()] = count
    return name
  }

  /// The class name with nothing in it that a file system could take for something else.
  private static func stem(of className: String) -> String {
    var stem = ""
    for scalar in className.unicodeScalars.prefix(longestName) {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", ".", "-", "_": stem.unicodeScalars.append(scalar)
      default: stem += "_"
      }
    }
    return stem
  }
}
