import MockEngine
import NIOHTTP1

/// What the provider answered.
struct ForwardedResponse: Sendable {
  var head: HTTPResponseHead
  var body: [UInt8] = []

  /// Fields that speak of one connection; those of the framing are left out where it is rendered.
  private static let own: Set<String> = [
    "proxy-connection", "proxy-authenticate", "te", "trailer", "upgrade",
  ]

  /// The answer as the mock sends it.
  ///
  /// - Parameters:
  ///   - isHead: whether it answers HEAD, and tells the length of a body that does not come.
  ///   - extra: header fields that are sent in place of those of the same names.
  func rendered(isHead: Bool, adding extra: [(String, String)] = []) -> RenderedResponse {
    let dropped = Self.own.union(
      head.headers[canonicalForm: "connection"].map { $0.lowercased() }
    ).union(extra.map { $0.0.lowercased() })
    let fields =
      head.headers.filter { !dropped.contains($0.name.lowercased()) }
      .map { ($0.name, $0.value) } + extra
    let length = isHead ? head.headers.first(name: "content-length").flatMap { Int($0) } : nil
    return RenderedResponse(
      ResponseImage(
        status: Int(head.status.code), fields: fields, body: body, length: length,
        reason: head.status.reasonPhrase))
  }
}
