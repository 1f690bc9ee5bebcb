package import ContractModel
package import JSONText

/// The file that is being read: makes diagnostics and locations, and asks for the right kind of value.
package struct FileContext: Sendable {
  package let file: String
  private let lines: JSONLineIndex
  private let document: JSONDocument

  package init(file: String, document: JSONDocument) {
    self.file = file
    self.lines = JSONLineIndex(document)
    self.document = document
  }

  package func error(_ message: String, at value: JSONValue) -> Diagnostic {
    Diagnostic(.error, message, file: file, position: position(of: value))
  }

  package func warning(_ message: String, at value: JSONValue) -> Diagnostic {
    Diagnostic(.warning, message, file: file, position: position(of: value))
  }

  package func duplicateKey(_ key: JSONValue) -> Diagnostic {
    warning("the key '\(key.string ?? "")' stands here again; the last one counts", at: key)
  }

  /// The position of a value of the file, also of one in a document of its own.
  package func position(of value: JSONValue) -> JSONPosition {
    value.document === document ? lines.position(of: value) : value.position
  }

  package func location(of value: JSONValue) -> FileLocation {
    FileLocation(file: file, line: position(of: value).line)
  }

  /// The string that a member must be.
  package func string(_ value: JSONValue, _ what: String) throws(Diagnostic) -> String {
    guard let string = value.string else {
      throw error("expected a string for '\(what)', found \(value.kind.name)", at: value)
    }
    return string
  }

  /// The whole number of a range that a member must be.
  package func integer(
    _ value: JSONValue, _ what: String, in range: ClosedRange<Int>
  ) throws(Diagnostic) -> Int {
    guard let integer = value.integer, range.contains(integer) else {
      let limit = range.upperBound == Int.max ? "of at least" : "from"
      let upper = range.upperBound == Int.max ? "" : " to \(range.upperBound)"
      throw error(
        "expected a whole number \(limit) \(range.lowerBound)\(upper) for '\(what)', found"
          + " \(value.kind == .number ? value.text : value.kind.name)", at: value)
    }
    return integer
  }

  /// A value that must be of a kind.
  package func require(
    _ value: JSONValue, _ kind: JSONKind, _ what: String
  ) throws(Diagnostic) {
    guard value.kind == kind else {
      throw error("expected \(kind.name) for '\(what)', found \(value.kind.name)", at: value)
    }
  }
}

extension JSONKind {
  /// The kind with its article, for messages.
  package var name: String {
    switch self {
    case .null: "null"
    case .boolean: "a boolean"
    case .number: "a number"
    case .string: "a string"
    case .array: "an array"
    case .object: "an object"
    }
  }
}
