/// The name of a header field.
///
/// Names that are used often are constants, any other one is a literal:
///
/// ```swift
/// headers: [.accept: "application/json", "X-Trace": .uuid()]
/// ```
public struct HeaderName: Sendable, Hashable {
  /// The name as the contract has it; its case does not count.
  public let text: String

  /// Creates a name.
  public init(_ text: String) { self.text = text }

  /// `Accept`: the media types that the client reads.
  public static let accept: HeaderName = "Accept"
  /// `Accept-Encoding`: the compressions that the client reads.
  public static let acceptEncoding: HeaderName = "Accept-Encoding"
  /// `Accept-Language`: the languages that the client prefers.
  public static let acceptLanguage: HeaderName = "Accept-Language"
  /// `Allow`: the methods that a resource has.
  public static let allow: HeaderName = "Allow"
  /// `Authorization`: what proves who the client is.
  public static let authorization: HeaderName = "Authorization"
  /// `Cache-Control`: how long a response may be kept.
  public static let cacheControl: HeaderName = "Cache-Control"
  /// `Content-Disposition`: the file name of a body.
  public static let contentDisposition: HeaderName = "Content-Disposition"
  /// `Content-Encoding`: the compression of a body.
  public static let contentEncoding: HeaderName = "Content-Encoding"
  /// `Content-Language`: the language of a body.
  public static let contentLanguage: HeaderName = "Content-Language"
  /// `Content-Type`: the media type of a body.
  public static let contentType: HeaderName = "Content-Type"
  /// `Cookie`: what the server asked the client to send.
  public static let cookie: HeaderName = "Cookie"
  /// `ETag`: the version of a resource.
  public static let eTag: HeaderName = "ETag"
  /// `If-Match`: the version that a change is meant for.
  public static let ifMatch: HeaderName = "If-Match"
  /// `If-None-Match`: the version that the client has.
  public static let ifNoneMatch: HeaderName = "If-None-Match"
  /// `Idempotency-Key`: the name of a request that may be sent again.
  public static let idempotencyKey: HeaderName = "Idempotency-Key"
  /// `Last-Modified`: when a resource was last changed.
  public static let lastModified: HeaderName = "Last-Modified"
  /// `Link`: resources that belong to this one.
  public static let link: HeaderName = "Link"
  /// `Location`: where a resource is.
  public static let location: HeaderName = "Location"
  /// `Retry-After`: when the client may try again.
  public static let retryAfter: HeaderName = "Retry-After"
  /// `Set-Cookie`: what the client shall send from now on.
  public static let setCookie: HeaderName = "Set-Cookie"
  /// `User-Agent`: the name of the client.
  public static let userAgent: HeaderName = "User-Agent"
  /// `Vary`: the fields of the request that the response depends on.
  public static let vary: HeaderName = "Vary"
  /// `WWW-Authenticate`: how the client can prove who it is.
  public static let wwwAuthenticate: HeaderName = "WWW-Authenticate"

  /// What is wrong with the name, or `nil`.
  var problem: String? {
    let isToken =
      !text.isEmpty
      && text.utf8.allSatisfy { (0x21...0x7E).contains($0) && !Self.separators.contains($0) }
    return isToken ? nil : "this is no name of a header field"
  }

  private static let separators = Set(#""(),/:;<=>?@[\]{}"#.utf8)
}

extension HeaderName: ExpressibleByStringLiteral {
  /// Creates a name from a literal.
  public init(stringLiteral text: String) { self.init(text) }
}
