/// All helpers by their names.
enum HelperTable {
  /// The helpers.
  static let helpers: [String: TemplateHelper] = {
    let all =
      BlockHelpers.all + ConditionHelpers.all + DateHelpers.all + RandomHelpers.all
      + JSONHelpers.all + JSONEditHelpers.all + ListHelpers.all + TextHelpers.all
      + CaseHelpers.all + NumberHelpers.all + ExtractHelpers.all
    return Dictionary(all.map { ($0.name, $0) }) { first, _ in first }
  }()

  /// What to say about a helper that is not there.
  static func unknown(_ name: String) -> String {
    if name == "random" {
      return "'random' belongs to an extension of WireMock; use 'randomValue', 'pickRandom' or a"
        + " fixed text"
    }
    let near = helpers.keys.filter { $0.lowercased() == name.lowercased() }.min()
    let hint = near.map { "; did you mean '\($0)'?" } ?? "; docs/templates.md lists the helpers"
    return "there is no helper '\(name)'\(hint)"
  }
}
