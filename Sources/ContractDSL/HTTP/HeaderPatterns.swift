import ContractModel

/// Header fields of a request or response.
///
/// ```swift
/// headers: [.accept: "application/json", .authorization: "Bearer \(.string("t0k3n"))"]
/// ```
public struct HeaderPatterns: Sendable, Hashable, ExpressibleByDictionaryLiteral {
  /// A field.
  struct Field: Sendable, Hashable {
    var name: HeaderName
    var value: TextPattern
  }

  var fields: [Field]

  /// Creates header fields from a literal.
  public init(dictionaryLiteral fields: (HeaderName, TextPattern)...) {
    self.fields = fields.map(Field.init)
  }

  func has(_ name: HeaderName) -> Bool {
    fields.contains { $0.name.text.lowercased() == name.text.lowercased() }
  }

  /// Makes of the fields what a contract file has.
  func compiled(_ compilation: inout Compilation) -> [ContractModel.Field] {
    var compiler = FieldCompiler(compilation: compilation, category: .header, noun: "header") {
      name, index in index.map { "\(name)[\($0)]" } ?? name
    }
    var names: Set<String> = []
    let compiled = fields.map { field in
      let name = field.name.text
      let place = "header '\(name)'"
      if let problem = field.name.problem { compiler.compilation.report(problem, at: place) }
      if !names.insert(name.lowercased()).inserted {
        compiler.compilation.report("the name stands twice", at: place)
      }
      let field = compiler.compile(name, field.value)
      if field.values.contains(where: { $0.unicodeScalars.contains { Self.isControl($0) } }) {
        compiler.compilation.report("control characters cannot stand in a header", at: place)
      }
      return field
    }
    compilation = compiler.compilation
    return compiled
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    (scalar.value < 0x20 && scalar != "\t") || scalar.value == 0x7F
  }
}
