import Foundation
import NIOHTTP1

/// A request, taken apart as far as the routes need it.
struct Request {
  let method: HTTPMethod
  /// The segments of the path, decoded.
  let path: [String]
  let query: [String: String]
  let headers: HTTPHeaders
  let body: [UInt8]

  init(_ head: HTTPRequestHead, body: [UInt8]) {
    let target = head.uri.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    method = head.method
    path = (target.first ?? "").split(separator: "/").map {
      String($0).removingPercentEncoding ?? String($0)
    }
    query = target.count > 1 ? FormDecoder.decode(String(target[1])) : [:]
    headers = head.headers
    self.body = body
  }

  /// Whether the request names whoever sends it; this service believes every token.
  var isAuthorized: Bool {
    guard let value = headers.first(name: "Authorization") else { return false }
    let parts = value.split(separator: " ")
    return parts.count == 2 && parts[0].lowercased() == "bearer"
  }
}
