import JSONText

extension ConsumerVersionSelector {
  /// A key of a selector.
  enum Key: String, CaseIterable {
    case mainBranch, branch, fallbackBranch, fallbackToMainBranch, matchingBranch, tag,
      fallbackTag, latest, deployed, released, deployedOrReleased, environment, consumer

    /// The ways to choose versions; of each, the keys that go together, the leading one first.
    static let choices: [[Key]] = [
      [.mainBranch], [.matchingBranch], [.branch, .fallbackBranch, .fallbackToMainBranch],
      [.tag, .fallbackTag], [.environment, .deployed, .released, .deployedOrReleased],
    ]

    /// Whether `latest` may stand beside it.
    var goesWithLatest: Bool { [.mainBranch, .branch, .tag].contains(self) }

    /// Checks that a value is of the right kind.
    func check(_ value: JSONValue) throws(SelectorError) {
      switch self {
      case .branch where value.boolean == true: return  // any branch
      case .branch, .fallbackBranch, .tag, .fallbackTag, .environment, .consumer:
        guard let text = value.string, text.contains(where: { !$0.isWhitespace }) else {
          throw SelectorError("expected a name for '\(rawValue)', found \(value.text)")
        }
      case .latest:
        guard value.boolean != nil else {
          throw SelectorError("expected true or false for 'latest', found \(value.text)")
        }
      default:
        guard value.boolean == true else {
          throw SelectorError(
            "expected true for '\(rawValue)', found \(value.text); leave it out otherwise")
        }
      }
    }
  }
}
