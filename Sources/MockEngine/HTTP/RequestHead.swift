/// The head of an HTTP/1.1 request, as offsets into the bytes it was read from.
///
/// A head is reused for the requests of a connection, so that reading one allocates nothing.
package struct RequestHead: Sendable {
  /// A run of bytes.
  package struct Slice: Sendable {
    package var start: Int = 0
    package var end: Int = 0
    package var count: Int { end - start }
  }

  /// A header field.
  package struct Line: Sendable {
    package var name: Slice
    package var value: Slice
  }

  /// How the end of the body is found.
  package enum Framing: Sendable, Equatable {
    case none
    case length(Int)
    case chunked
  }

  package internal(set) var method: Slice = Slice()
  /// The path, percent-escapes included, without the query.
  package internal(set) var path: Slice = Slice()
  /// The query without its `?`, empty when there is none.
  package internal(set) var query: Slice = Slice()
  package internal(set) var lines: [Line] = []
  package internal(set) var framing: Framing = .none
  /// Whether the connection stays open after the answer.
  package internal(set) var keepsAlive: Bool = true
  /// Whether the client waits for `100 Continue` before it sends the body.
  package internal(set) var expectsContinue: Bool = false
  /// The number of bytes of the head, its empty line included.
  package internal(set) var length: Int = 0

  package init() {}
}
