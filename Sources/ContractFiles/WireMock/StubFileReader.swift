package import ContractModel
import JSONText
package import StubModel

/// Reads a file of WireMock: one stub mapping, or several in `{"mappings": […]}`.
struct StubFileReader {
  private let context: FileContext
  private let dialect: StubDialect

  init(context: FileContext, _ dialect: StubDialect) {
    self.context = context
    self.dialect = dialect
  }

  /// Reads a file.
  ///
  /// - Returns: the mappings, and what is wrong with others; `nil` when the file is of another format.
  func read(_ root: JSONValue) -> (content: ContractFile.Content?, diagnostics: [Diagnostic])? {
    guard root.kind == .object,
      !["interactions", "messages", "consumer", "faults"].contains(where: { root[$0] != nil })
    else { return nil }
    if let list = root["mappings"] {
      guard list.kind == .array else {
        return (nil, [context.error("expected an array for 'mappings'", at: list)])
      }
      return read(Array(list.elements))
    }
    guard root["request"] != nil || root["response"] != nil else { return nil }
    return read([root])
  }

  private func read(_ values: [JSONValue]) -> (ContractFile.Content?, [Diagnostic]) {
    let reader = StubMappingReader(dialect)
    var mappings: [StubMapping] = []
    var diagnostics: [Diagnostic] = []
    for value in values {
      let cursor = StubCursor(value.detached(at: context.position(of: value)))
      do throws(StubProblem) {
        var mapping = try reader.read(cursor)
        mapping.location = context.location(of: value)
        mappings.append(mapping)
      } catch {
        diagnostics.append(Diagnostic(error, file: context.file))
      }
    }
    // A file of which nothing can be used is of no use.
    let isUseless = mappings.isEmpty && !diagnostics.isEmpty
    return (isUseless ? nil : .stubs(mappings), diagnostics)
  }
}

extension Diagnostic {
  /// The error of a stub mapping in a file.
  package init(_ problem: StubProblem, file: String?) {
    let place = problem.pointer.isEmpty ? "" : "\(problem.pointer): "
    self.init(.error, place + problem.message, file: file, position: problem.position)
  }
}
