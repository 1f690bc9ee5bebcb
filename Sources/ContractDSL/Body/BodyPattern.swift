/// A body of a request or response, or the contents of a message.
///
/// ```swift
/// body: .json(["sku": "A-1", "quantity": .integer(2)])
/// ```
///
/// A body names its media type by itself; a header `Content-Type` takes its place.
public struct BodyPattern: Sendable, Hashable {
  /// What a body is made of.
  enum Content: Sendable, Hashable {
    case empty
    case null
    case json(JSONPattern)
    case text(TextPattern)
    case form(TextPatterns)
    case multipart([PartPattern])
    case xml(XMLPattern)
    case binary([UInt8], isExample: Bool)
  }

  let content: Content
  let mediaType: String?

  init(_ content: Content, _ mediaType: String? = nil) {
    self.content = content
    self.mediaType = mediaType
  }

  /// A body of no bytes.
  public static let empty: BodyPattern = BodyPattern(.empty)

  /// No body, or JSON `null`.
  public static let null: BodyPattern = BodyPattern(.null)

  /// JSON.
  public static func json(
    _ value: JSONPattern, _ mediaType: String = "application/json"
  ) -> BodyPattern {
    BodyPattern(.json(value), mediaType)
  }

  /// A text as a whole.
  public static func text(_ text: TextPattern, _ mediaType: String = "text/plain") -> BodyPattern {
    BodyPattern(.text(text), mediaType)
  }

  /// The fields of a form, encoded as in a query.
  public static func form(_ fields: TextPatterns) -> BodyPattern {
    BodyPattern(.form(fields), "application/x-www-form-urlencoded")
  }

  /// The parts of a form, each with a body of its own, between boundaries of any kind.
  public static func multipart(_ parts: PartPattern...) -> BodyPattern {
    BodyPattern(.multipart(parts), "multipart/form-data")
  }

  /// XML.
  public static func xml(
    _ root: XMLPattern, _ mediaType: String = "application/xml"
  ) -> BodyPattern {
    BodyPattern(.xml(root), mediaType)
  }

  /// These bytes.
  public static func binary(_ bytes: [UInt8], _ mediaType: String) -> BodyPattern {
    BodyPattern(.binary(bytes, isExample: false), mediaType)
  }

  /// Any bytes of a media type, told by what stands in them.
  public static func binary(like bytes: [UInt8], _ mediaType: String) -> BodyPattern {
    BodyPattern(.binary(bytes, isExample: true), mediaType)
  }

  /// A GraphQL query in JSON, as it is sent over HTTP.
  ///
  /// - Parameters:
  ///   - query: the query; white space in it does not count.
  ///   - operation: the name of the operation, where the query has several.
  ///   - variables: the variables as a JSON object.
  public static func graphQL(
    _ query: String, operation: String? = nil, variables: JSONPattern? = nil
  ) -> BodyPattern {
    var members = [JSONPattern.Member(name: "query", value: JSONPattern(stringLiteral: query))]
    if let operation {
      members.insert(
        .init(name: "operationName", value: JSONPattern(stringLiteral: operation)), at: 0)
    }
    if let variables { members.append(.init(name: "variables", value: variables)) }
    return .json(JSONPattern(.object(members)))
  }
}
