import Foundation
import JSONText
import TestSupport

/// A request to the broker, taken apart.
struct BrokerCall {
  let method: String
  /// The decoded segments of the path.
  let path: [String]
  /// The decoded parameters of the query, in order.
  let query: [(name: String, value: String)]
  /// The body as JSON, `null` when it is none.
  let body: JSONValue

  init(_ request: ReceivedRequest) {
    let parts = request.methodAndTarget.split(separator: " ", maxSplits: 1).map(String.init)
    method = parts.first ?? ""
    let target = (parts.dropFirst().first ?? "").prefix { $0 != "?" }
    path = target.split(separator: "/").map { String($0).removingPercentEncoding ?? String($0) }
    let text = (parts.dropFirst().first ?? "").drop { $0 != "?" }.dropFirst()
    query = text.split(separator: "&").map { pair in
      let words = pair.split(separator: "=", maxSplits: 1).map {
        String($0).replacing("+", with: " ").removingPercentEncoding ?? String($0)
      }
      return (words[0], words.count > 1 ? words[1] : "")
    }
    body = (try? JSONDocument(parsing: request.body).root) ?? .null
  }
}

/// What the broker answers.
struct BrokerReply {
  let status: Int
  let type: String
  let body: String

  /// An answer in HAL.
  static func hal(_ status: Int = 200, _ write: (inout JSONWriter) -> Void) -> BrokerReply {
    var writer = JSONWriter(style: .compact)
    writer.object { write(&$0) }
    return BrokerReply(
      status: status, type: "application/hal+json;charset=utf-8", body: writer.text)
  }

  /// An answer in JSON.
  static func json(_ status: Int, _ body: String) -> BrokerReply {
    BrokerReply(status: status, type: "application/json;charset=utf-8", body: body)
  }

  /// An answer that says what is wrong with the request.
  static func errors(_ name: String, _ text: String) -> BrokerReply {
    hal(400) { writer in
      writer.key("errors")
      writer.object { writer in
        writer.key(name)
        writer.array { $0.string(text) }
      }
    }
  }

  static let notFound = BrokerReply.json(
    404, #"{"error":"The requested document was not found on this server."}"#)

  var scripted: ScriptedReply {
    let reason = status < 300 ? "OK" : "Refused"
    return .response("\(status) \(reason)", ["Content-Type: \(type)"], body: body)
  }
}
