public import ContractModel
public import JSONText

/// Finds the line of the contract file that expects something.
///
/// Nothing is looked for until something differs.
public struct PlaceFinder: Sendable {
  /// A part of a request, response or message.
  enum Focus: Sendable {
    case whole, method, path, status, query, headers, body, metadata
  }

  private final class Source: Sendable {
    let interaction: FileLocation
    let part: JSONValue?

    init(interaction: FileLocation, part: JSONValue?) {
      self.interaction = interaction
      self.part = part
    }
  }

  private let source: Source?
  private let focus: Focus

  /// Creates a finder; without a file, mismatches have no location.
  ///
  /// - Parameters:
  ///   - interaction: where the interaction starts, or `nil` when it was not read from a file.
  ///   - part: the request, response or message as it stands in the file, or `nil` when the file's text
  ///     was let go: then every mismatch has the line of the interaction.
  public init(interaction: FileLocation? = nil, part: JSONValue? = nil) {
    source = interaction.map { Source(interaction: $0, part: part) }
    focus = .whole
  }

  private init(_ source: Source?, _ focus: Focus) {
    self.source = source
    self.focus = focus
  }

  /// A finder for what lies in one part.
  func at(_ focus: Focus) -> PlaceFinder { PlaceFinder(source, focus) }

  /// The line of an expected value, else of the part that it belongs to, else of the interaction.
  ///
  /// - Parameters:
  ///   - value: the value; it counts when it is of the file's text.
  ///   - name: the name of a header field, query parameter or entry of metadata.
  func location(_ value: JSONValue? = nil, named name: String? = nil) -> FileLocation? {
    guard let source else { return nil }
    guard let place = place(value, name) else { return source.interaction }
    return FileLocation(file: source.interaction.file, line: place.position.line)
  }

  /// The error with the part as its place, where it has none of its own.
  func locating(_ error: RuleError) -> RuleError {
    RuleError(error.message, rule: error.rule ?? place(nil, nil))
  }

  private func place(_ value: JSONValue?, _ name: String?) -> JSONValue? {
    guard let part = source?.part else { return nil }
    if let value, value.document === part.document { return value }
    return find(in: part, name) ?? part
  }

  private func find(in part: JSONValue, _ name: String?) -> JSONValue? {
    switch focus {
    case .whole: return nil
    case .method: return part["method"]
    case .path: return part["path"]
    case .status: return part["status"]
    case .query: return field(part["query"], name, ignoresCase: false)
    case .headers: return field(part["headers"], name, ignoresCase: true)
    case .metadata: return field(part["metadata"] ?? part["metaData"], name, ignoresCase: false)
    case .body:
      let body = part["body"] ?? part["contents"]
      return body?["content"] ?? body
    }
  }

  private func field(_ fields: JSONValue?, _ name: String?, ignoresCase: Bool) -> JSONValue? {
    guard let name, let fields else { return fields }
    let lowercased = name.lowercased()
    let member = fields.members.first {
      ignoresCase ? $0.name.equalsIgnoringCase(lowercased) : $0.name.isExactly(name)
    }
    return member?.key ?? fields
  }
}
