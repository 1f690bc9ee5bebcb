import ContractModel
import JSONText

/// Compares a body by its media type.
struct BodyMatcher: Sendable {
  /// How the body is compared.
  private enum Comparison: Sendable {
    case ignored
    /// Nothing may come; where it says so, JSON `null` may.
    case nothing(orNull: Bool)
    /// Apart from the rest, which is copied with every interaction.
    indirect case content(ContentMatcher)
  }

  private let comparison: Comparison
  private let type: MediaType?
  private let writtenType: String?
  private let places: PlaceFinder
  /// Rules that apply to no place of the example, by their selector.
  let unused: [MatchingRuleSet]

  /// - Parameters:
  ///   - headerType: what the headers say of the media type.
  ///   - isStrict: whether keys that the contract does not name are refused, as in requests.
  /// - Throws: ``RuleError`` when a rule is not valid, or the body is not of its media type.
  init(
    _ body: Body, headerType: String?, rules: [MatchingRuleSet], isStrict: Bool,
    places: PlaceFinder
  ) throws(RuleError) {
    let places = places.at(.body)
    self.places = places
    writtenType = headerType ?? body.contentType
    let named = (body.contentType ?? headerType).map(MediaType.init)
    // Also where there is nothing to apply them to, rules that are wrong must not stay unseen.
    let tree = try RuleTree(rules)
    switch body.content {
    case .missing, .null, .empty:
      type = nil
      comparison =
        body.content == .missing ? .ignored : .nothing(orNull: body.content == .null)
      unused = rules.filter { $0.category == .body }
    case .json, .text, .binary:
      let content: ContentMatcher
      do throws(RuleError) {
        content = try ContentMatcher(
          body.content, type: named, rules: tree, start: tree.root, isStrict: isStrict,
          places: places)
      } catch {
        throw places.locating(error)
      }
      type = content.type
      comparison = .content(content)
      unused = content.use.unused(in: tree).map { entry in
        MatchingRuleSet(.body, entry.path.description, rules: entry.source.map { [$0] } ?? [])
      }
    }
  }

  /// Everything that differs, in the order of the document.
  ///
  /// - Parameter actualType: what the headers of the actual message say of the media type.
  func mismatches(_ actual: [UInt8]?, type actualType: String?) -> [Mismatch] {
    switch comparison {
    case .ignored: return []
    case .nothing(let orNull):
      guard let actual, !actual.isEmpty, !(orNull && Self.isNull(actual)) else { return [] }
      return [
        Mismatch(
          .body, path: "$", expected: "", actual: Excerpt.of(actual),
          message: "Expected an empty body but received \(Excerpt.of(actual))",
          location: places.location())
      ]
    case .content(let content):
      guard let actual, !actual.isEmpty || content.acceptsNoBytes else {
        let name = type.map { " '\($0.essence)'" } ?? ""
        return [
          Mismatch(
            .body, path: "$", expected: content.shownExpected, actual: "",
            message: "Expected a body\(name) but it was missing",
            location: places.location(content.example))
        ]
      }
      // Most bodies come with the very type that the contract has.
      if let actualType, actualType == writtenType {
        return content.mismatches(actual, type: type)
      }
      let came = actualType.map(MediaType.init)
      if let difference = typeDifference(came, content) { return [difference] }
      return content.mismatches(actual, type: came ?? type)
    }
  }

  private func typeDifference(_ came: MediaType?, _ content: ContentMatcher) -> Mismatch? {
    guard let type, type.essence != "*/*", let came else { return nil }
    guard came.essence != type.essence, came.essence != "*/*" else { return nil }
    return Mismatch(
      .bodyContentType, path: "$", expected: type.essence, actual: came.essence,
      message:
        "Expected a body of '\(type.essence)' but the actual content type was '\(came.essence)'",
      location: places.location(content.example))
  }

  private static func isNull(_ bytes: [UInt8]) -> Bool {
    (try? JSONDocument(parsing: bytes))?.root.isNull == true
  }
}
