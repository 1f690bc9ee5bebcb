package import ContractModel
package import JSONText

/// A request, response or message on its own, in the form of one version of the specification, as the
/// specification's own test cases have it.
package enum BareExchange {
  /// Reads a request.
  package static func request(
    _ value: JSONValue, _ specification: SpecificationVersion, file: String
  ) throws(Diagnostic) -> HTTPRequest {
    var reader = PactPartReader(
      context: FileContext(file: file, document: value.document), specification: specification)
    return try reader.request(value)
  }

  /// Writes a request in the form of a version.
  package static func write(
    _ request: HTTPRequest, _ specification: SpecificationVersion, to writer: inout JSONWriter
  ) {
    PactPartWriter(specification: specification).write(request, to: &writer)
  }

  /// Writes a response in the form of a version.
  package static func write(
    _ response: HTTPResponse, _ specification: SpecificationVersion, to writer: inout JSONWriter
  ) {
    PactPartWriter(specification: specification).write(response, to: &writer)
  }

  /// Writes a message in the form of a version.
  package static func write(
    _ message: MessageContents, _ specification: SpecificationVersion,
    to writer: inout JSONWriter
  ) {
    writer.object { writer in
      PactPartWriter(specification: specification).members(of: message, to: &writer)
    }
  }

  /// Reads a response.
  package static func response(
    _ value: JSONValue, _ specification: SpecificationVersion, file: String
  ) throws(Diagnostic) -> HTTPResponse {
    var reader = PactPartReader(
      context: FileContext(file: file, document: value.document), specification: specification)
    return try reader.response(value)
  }

  /// Reads a message.
  package static func message(
    _ value: JSONValue, _ specification: SpecificationVersion, file: String
  ) throws(Diagnostic) -> MessageContents {
    var reader = PactPartReader(
      context: FileContext(file: file, document: value.document), specification: specification)
    return try reader.message(value)
  }
}
