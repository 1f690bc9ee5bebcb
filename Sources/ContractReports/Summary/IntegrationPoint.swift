package import ContractModel

/// One consumer and one provider, and what is known of what lies between them.
package struct IntegrationPoint: Sendable, Hashable {
  /// An interaction and how it ended when it was last verified.
  package struct Entry: Sendable, Hashable {
    /// What tells the interaction from others.
    package var identity: SummaryRun.Identity
    /// The kind of interaction, e.g. `http`.
    package var kind: String
    /// The operation and the status of the response, for HTTP.
    package var operation: Operation?
    /// Where the interaction stands.
    package var location: FileLocation?
    /// The last result that is not `skipped`, or `nil` when there is none.
    package var status: InteractionResult.Status?
    /// Whether a mismatch does not count yet.
    package var isPending: Bool
  }

  /// What is asked for in an interaction, and what is answered.
  package struct Operation: Sendable, Hashable {
    /// Method and path, whose numbers and UUIDs are `{id}`.
    package var name: String
    /// The status of the response.
    package var status: Int
  }

  /// The party that calls.
  package var consumer: String
  /// The party that answers.
  package var provider: String
  /// The interactions, in the order of the files.
  package var entries: [Entry]

  /// How many interactions there are of each kind, in a fixed order, without zeros.
  package var kinds: [(kind: String, count: Int)] {
    ["http", "message", "synchronous-message", "unknown"].map { kind in
      (kind, entries.count { $0.kind == kind })
    }.filter { $0.count > 0 }
  }

  /// How many interactions have this result; `nil` for none.
  package func count(_ status: InteractionResult.Status?) -> Int {
    entries.count { $0.status == status }
  }
}

extension IntegrationPoint.Operation {
  /// Reads what an HTTP interaction asks for.
  init(_ request: HTTPRequest, _ response: HTTPResponse) {
    let path = request.path.split(separator: "/", omittingEmptySubsequences: false).map {
      Self.isIdentifier($0) ? "{id}" : String($0)
    }.joined(separator: "/")
    name = "\(request.method) \(path)"
    status = response.status
  }

  /// Whether a part of a path is a number or a UUID, and so probably names one of many.
  private static func isIdentifier(_ part: Substring) -> Bool {
    guard !part.isEmpty else { return false }
    if part.utf8.allSatisfy({ (0x30...0x39).contains($0) }) { return true }
    let groups = part.split(separator: "-", omittingEmptySubsequences: false)
    return groups.map(\.count) == [8, 4, 4, 4, 12] && groups.joined().allSatisfy(\.isHexDigit)
  }
}
