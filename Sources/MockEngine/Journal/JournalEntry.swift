/// A request that a mock got, and what became of it.
package struct JournalEntry: Sendable, Hashable {
  /// A header field as it came.
  package struct Field: Sendable, Hashable {
    /// The name, in the letters of the request.
    package var name: String
    /// The value.
    package var value: String
  }

  /// The number of the request, from 1, in the order in which they came.
  package var number: Int
  /// The method.
  package var method: String
  /// The target as it stands in the request line.
  package var target: String
  /// The path, percent-escapes included.
  package var path: String
  /// The query without its `?`, `nil` when there is none.
  package var query: String?
  /// The header fields, in their order.
  package var fields: [Field]
  /// The body, of which only the beginning was kept when it is shorter than ``bodyLength``.
  package var body: [UInt8]
  /// The length of the body as it came.
  package var bodyLength: Int
  /// When the request had come, since the mock began to listen.
  package var time: Duration
  /// When the request had come, since 1970.
  package var date: Duration
  /// The connection and its peer.
  package var source: RequestSource
  /// What answered it.
  package var answer: JournalAnswer
  /// What befell the answer.
  package var fault: FiredFault?
  /// The status of the answer, `nil` when none was sent.
  package var status: Int?

  /// Whether the body was too large to be kept whole.
  package var isBodyCut: Bool { body.count < bodyLength }

  /// The values of the header fields of a name, in any case.
  package func values(_ name: String) -> [String] {
    let name = name.lowercased()
    return fields.filter { $0.name.lowercased() == name }.map(\.value)
  }
}
