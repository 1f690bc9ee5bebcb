/// A draft of the JSON Schema specification.
public enum Draft: Sendable, Hashable, CaseIterable, Comparable {
  /// Draft 4 of 2013.
  case draft4
  /// Draft 6 of 2017.
  case draft6
  /// Draft 7 of 2018.
  case draft7
  /// The draft of September 2019.
  case draft201909
  /// The draft of December 2020.
  case draft202012

  /// The URI of the draft's metaschema, as it stands in `$schema`.
  public var metaschema: String {
    switch self {
    case .draft4: "http://json-schema.org/draft-04/schema"
    case .draft6: "http://json-schema.org/draft-06/schema"
    case .draft7: "http://json-schema.org/draft-07/schema"
    case .draft201909: "https://json-schema.org/draft/2019-09/schema"
    case .draft202012: "https://json-schema.org/draft/2020-12/schema"
    }
  }

  /// Finds the draft that a value of `$schema` names; an empty fragment does not count.
  ///
  /// - Parameter metaschema: the value of `$schema`.
  public init?(metaschema: String) {
    let plain = metaschema.hasSuffix("#") ? String(metaschema.dropLast()) : metaschema
    guard let draft = Draft.allCases.first(where: { $0.metaschema == plain }) else { return nil }
    self = draft
  }
}
