import JSONText
import MockEngine
import MockServer

/// Answers of the API.
enum APIReply {
  /// A JSON answer.
  static func json(_ status: Int, _ write: (inout JSONWriter) -> Void) -> RenderedResponse {
    var writer = JSONWriter(style: .compact)
    write(&writer)
    return RenderedResponse(ResponseImage(status: status, json: writer.bytes))
  }

  /// `{"error": title, "status": status}`.
  static func error(_ status: Int, _ title: String) -> RenderedResponse {
    json(status) { writer in
      writer.object { writer in
        writer.member("error", title)
        writer.member("status", status)
      }
    }
  }

  /// A text.
  static func text(_ status: Int, _ text: String) -> RenderedResponse {
    let fields = [("Content-Type", "text/plain; version=0.0.4; charset=utf-8")]
    return RenderedResponse(ResponseImage(status: status, fields: fields, body: Array(text.utf8)))
  }

  /// The call lacks the token.
  static var unauthorized: RenderedResponse {
    let json = JSONValue.make { writer in
      writer.object { writer in
        writer.member("error", "the token is missing or wrong")
        writer.member("status", 401)
      }
    }
    let fields = [("Content-Type", "application/json"), ("WWW-Authenticate", "Bearer")]
    return RenderedResponse(
      ResponseImage(status: 401, fields: fields, body: Array(json.text.utf8)))
  }

  /// No content.
  static let empty = RenderedResponse(ResponseImage(status: 204, fields: [], body: []))
}
