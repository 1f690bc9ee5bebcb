import Foundation
import NIOHTTP1

/// What the service answers.
struct Answer {
  var status: HTTPResponseStatus
  var headers: HTTPHeaders = [:]
  var body: [UInt8] = []

  static func json(
    _ status: HTTPResponseStatus, _ value: some Encodable, headers: HTTPHeaders = [:],
    contentType: String = "application/json"
  ) throws -> Answer {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    var headers = headers
    headers.replaceOrAdd(name: "Content-Type", value: contentType)
    return Answer(status: status, headers: headers, body: Array(try encoder.encode(value)))
  }

  static func error(
    _ status: HTTPResponseStatus, _ message: String, headers: HTTPHeaders = [:]
  ) -> Answer {
    let answer = try? json(status, ["error": message], headers: headers)
    return answer ?? Answer(status: .internalServerError)
  }
}
