/// A media type with its parameters, e.g. `application/json; charset=utf-8`.
public struct MediaType: Sendable, Hashable {
  /// The type and subtype in lower case, e.g. `application/json`.
  public var essence: String
  /// The parameters, names in lower case, in order.
  public var parameters: [Parameter]

  /// A parameter of a media type.
  public struct Parameter: Sendable, Hashable {
    /// The name in lower case.
    public var name: String
    /// The value without its quotes.
    public var value: String
  }

  /// Reads a media type; it never fails, since anything may stand in a header.
  public init(_ text: String) {
    let parts = text.split(separator: ";", omittingEmptySubsequences: false)
    essence = (parts.first ?? "").trimmed.lowercased()
    parameters = parts.dropFirst().compactMap { part in
      let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = pair.first, !name.trimmed.isEmpty else { return nil }
      var value = pair.count > 1 ? pair[1].trimmed : ""
      if value.count >= 2, value.first == "\"", value.last == "\"" {
        value = String(value.dropFirst().dropLast())
      }
      return Parameter(name: name.trimmed.lowercased(), value: value)
    }
  }

  /// Whether bodies of this type are JSON.
  public var isJSON: Bool {
    essence == "application/json" || essence.hasSuffix("+json")
      || essence.hasPrefix("application/json-") || essence == "application/graphql"
  }

  /// Whether bodies of this type are GraphQL: JSON with a query, or the query itself.
  package var isGraphQL: Bool { essence == "application/graphql" }

  /// Whether bodies of this type are XML.
  public var isXML: Bool {
    essence == "application/xml" || essence == "text/xml" || essence.hasSuffix("+xml")
  }

  /// Whether bodies of this type are HTML forms.
  public var isForm: Bool { essence == "application/x-www-form-urlencoded" }

  /// Whether bodies of this type are several parts.
  public var isMultipart: Bool { essence.hasPrefix("multipart/") }

  /// Whether bodies of this type are text.
  public var isText: Bool {
    essence.hasPrefix("text/") || isJSON || isXML || isForm
      || ["application/javascript", "application/yaml", "application/x-yaml"].contains(essence)
  }
}

extension Substring {
  /// The text without the white space (of ASCII) at its ends.
  package var trimmed: String {
    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
    var bytes = utf8
    while let first = bytes.first, isSpace(first) { bytes.removeFirst() }
    while let last = bytes.last, isSpace(last) { bytes.removeLast() }
    return String(Substring(bytes))
  }
}
