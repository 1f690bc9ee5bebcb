import JSONText
package import MockEngine
import NIOCore

/// Answers of the server's own.
enum JSONReply {
  /// A JSON answer.
  static func json(_ status: Int, _ write: (inout JSONWriter) -> Void) -> RenderedResponse {
    var writer = JSONWriter(style: .compact)
    write(&writer)
    return RenderedResponse(ResponseImage(status: status, json: writer.bytes))
  }

  /// `{"error": message}`.
  static func error(_ status: Int, _ message: String) -> RenderedResponse {
    json(status) { writer in writer.object { $0.member("error", message) } }
  }

  /// An answer without a body.
  static func empty(_ status: Int) -> RenderedResponse {
    RenderedResponse(ResponseImage(status: status, fields: [], body: []))
  }
}

extension RenderedResponse {
  /// Takes a response that was rendered by the engine.
  package init(_ image: ResponseImage) {
    self.init(buffer: ByteBuffer(bytes: image.bytes), headLength: image.headLength)
  }
}
