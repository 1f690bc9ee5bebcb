/// `semver`: a semantic version (semver.org, version 2.0.0), without a leading `v`.
struct SemverRule: MatchingRule {
  let name = "semver"

  func difference(of actual: Operand, from expected: Operand) -> String? {
    SemanticVersion.isValid(actual.string)
      ? nil : "\(actual.shown) is not a valid semantic version"
  }
}
