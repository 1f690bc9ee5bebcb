import ContractMatching
import ContractModel
import JSONText
import StubModel

/// A condition on the parts of a multipart body: any of them fulfils it, or all do.
struct MultipartPart: StubPart {
  private let isAll: Bool
  private let partName: String?
  private let fileName: String?
  private let headers: [(name: String, pattern: FieldPattern)]
  private let body: [any StubOperator]
  let expected: String

  /// Reads a multipart pattern.
  ///
  /// - Throws: ``StubProblem`` when something in it cannot be used.
  init(_ cursor: StubCursor, _ reader: StubOperatorReader) throws(StubProblem) {
    try cursor.known(["matchingType", "name", "fileName", "headers", "bodyPatterns"])
    switch try cursor["matchingType"]?.string() {
    case nil, "ANY": isAll = false
    case "ALL": isAll = true
    case let type?:
      throw (cursor["matchingType"] ?? cursor).problem("expected ANY or ALL, found '\(type)'")
    }
    partName = try cursor["name"]?.string()
    fileName = try cursor["fileName"]?.string()
    var headers: [(String, FieldPattern)] = []
    if let fields = cursor["headers"] {
      try fields.object()
      for (name, pattern) in fields.members {
        headers.append((name.lowercased(), try FieldPattern(pattern, reader)))
      }
    }
    self.headers = headers
    body =
      try cursor["bodyPatterns"].map { list throws(StubProblem) in try reader.list(list) } ?? []
    expected = cursor.value.description
  }

  var kind: Mismatch.Kind { .body }
  var name: String { "multipart" }

  func matches(_ request: StubRequest, at now: Moment) -> Bool {
    guard let parts = request.parts, !parts.isEmpty else { return false }
    return isAll
      ? parts.allSatisfy { matches($0, at: now) } : parts.contains { matches($0, at: now) }
  }

  private func matches(_ part: MultipartParts.Part, at now: Moment) -> Bool {
    if let partName, part.name != partName { return false }
    if let fileName, part.fileName != fileName { return false }
    let fits = headers.allSatisfy { name, pattern in
      let values = part.headers.filter { $0.name.lowercased() == name }.flatMap(\.values)
      return pattern.matches(values, at: now)
    }
    guard fits else { return false }
    let value = StubValue(part.bytes)
    return body.allSatisfy { $0.matches(value, at: now) }
  }

  func actual(_ request: StubRequest) -> String { request.body.text }
}
