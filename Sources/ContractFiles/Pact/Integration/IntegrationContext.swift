import ContractModel
import JSONText

/// Where integration JSON stands: makes its errors, and values that know their place.
struct IntegrationContext {
  /// The file that is being read.
  let file: FileContext
  /// The string whose text the body is, or `nil` when the body itself stands in the file.
  let carrier: JSONValue?
  /// What the repeated elements of the body may still take.
  let budget = RepetitionBudget()

  /// An error at the place of a value.
  func error(_ message: String, at value: JSONValue) -> Diagnostic {
    guard let carrier else { return file.error(message, at: value) }
    return file.error(
      "\(message) (at \(value.position) of the JSON text in this string)", at: carrier)
  }

  /// Makes a value that stands where another one does.
  func make(at value: JSONValue, _ write: (inout JSONWriter) -> Void) -> JSONValue {
    var writer = JSONWriter(style: .compact)
    write(&writer)
    return parse(writer, at: value)
  }

  /// The value that was written, at the place of another one.
  func parse(_ writer: JSONWriter, at value: JSONValue) -> JSONValue {
    let document = try? JSONDocument(
      parsing: writer.bytes, depthLimit: .max, opaqueDepth: .max,
      origin: file.position(of: carrier ?? value))
    return document?.root ?? .null  // what a writer writes is JSON
  }

  /// The string that a member must be, or `nil` when there is none.
  func string(_ name: String, of object: JSONValue) throws(Diagnostic) -> String? {
    guard let value = object[name], !value.isNull else { return nil }
    guard let string = value.string else {
      throw error("expected a string for '\(name)', found \(value.kind.name)", at: value)
    }
    return string
  }

  /// The whole number of at least 0 that a member must be, or `nil` when there is none; some
  /// writers give it as a string.
  func size(_ name: String, of object: JSONValue) throws(Diagnostic) -> Int? {
    guard let value = object[name], !value.isNull else { return nil }
    guard let size = value.integer ?? value.string.flatMap({ Int($0) }), size >= 0 else {
      throw error("expected a whole number of at least 0 for '\(name)'", at: value)
    }
    return size
  }
}
