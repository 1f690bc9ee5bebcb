import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// An answer, and which request it is to.
struct Reply: Sendable {
  let request: String
  let response: HTTPURLResponse
  let body: Data

  var status: Int { response.statusCode }

  func header(_ name: String) throws(ClientError) -> String {
    guard let value = response.value(forHTTPHeaderField: name) else {
      throw .header(name, request: request)
    }
    return value
  }

  /// Throws unless the answer has this status.
  func expecting(_ status: Int) throws(ClientError) -> Reply {
    guard self.status == status else {
      throw .status(self.status, request: request, body: String(decoding: body, as: UTF8.self))
    }
    return self
  }

  func decode<Value: Decodable>(_ type: Value.Type) throws(ClientError) -> Value {
    do {
      return try JSONDecoder().decode(type, from: body)
    } catch {
      throw .body(request: request, reason: Self.reason(error))
    }
  }

  private static func reason(_ error: any Error) -> String {
    let context: DecodingError.Context
    switch error {
    case DecodingError.typeMismatch(_, let found), DecodingError.dataCorrupted(let found),
      DecodingError.valueNotFound(_, let found), DecodingError.keyNotFound(_, let found):
      context = found
    default: return "\(error)"
    }
    let path = context.codingPath.map(\.stringValue).joined(separator: ".")
    return "\(context.debugDescription)\(path.isEmpty ? "" : " (at \(path))")"
  }
}
