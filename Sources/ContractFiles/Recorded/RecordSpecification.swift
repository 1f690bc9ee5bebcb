package import StubModel

/// How the admin API makes stubs out of what it recorded: WireMock's record specification.
package struct RecordSpecification: Sendable {
  /// How the body of a request is compared.
  package enum BodyPattern: Sendable, Hashable {
    /// By what it is: JSON, XML, text, or bytes.
    case automatic
    /// As a text.
    case text(ignoresCase: Bool)
    /// As JSON.
    case json(ignoresArrayOrder: Bool, ignoresExtraElements: Bool)
    /// As XML.
    case xml
  }

  /// The service whose answers are recorded.
  package var targetBaseURL: StubCursor?
  /// Which requests are recorded: a request pattern with `ids` and `allowNonProxied` besides.
  package var filters: StubCursor?
  /// The identifiers of the only requests that are recorded, `nil` for all.
  package var ids: Set<String>?
  /// The header fields that stubs compare, and whether in any case.
  package var captureHeaders: [(name: String, ignoresCase: Bool)] = []
  /// How bodies of requests are compared.
  package var bodyPattern = BodyPattern.automatic
  /// How long bodies of text may be before they get files of their own, `nil` for any length.
  package var textLimit: Int?
  /// How long other bodies may be before they get files of their own, `nil` for any length.
  package var binaryLimit: Int?
  /// Whether stubs are written to files.
  package var persists = true
  /// Whether requests that are the same become steps of a scenario; else only the first counts.
  package var repeatsAsScenarios = true
  /// Whether only the identifiers of the stubs are answered.
  package var tellsIDs = false

  /// Creates the specification of a recording without conditions.
  package init() {}
}
