import Foundation
import JSONText
package import TestSupport

/// A request without what differs from run to run, so that the requests of two tools can be compared.
package enum RequestShape {
  /// Method, path and the names and kinds in the body, e.g. `PUT /pacticipants/p {}`.
  ///
  /// Hashes of contents are left out of the path.
  package static func line(_ request: ReceivedRequest) -> String {
    var parts = request.methodAndTarget.split(separator: "/", omittingEmptySubsequences: false)
      .map(String.init)
    for index in parts.indices.dropFirst() {
      if ["pact-version", "metadata"].contains(parts[index - 1]) {
        parts[index] = "{\(parts[index - 1])}"
      }
    }
    let body = (try? JSONDocument(parsing: request.body).root).map { " " + shape(of: $0) }
    return parts.joined(separator: "/") + (body ?? "")
  }

  /// The shape of a value: members in the order of their names, of a list what its elements are.
  static func shape(of value: JSONValue) -> String {
    switch value.kind {
    case .object:
      let members = value.members.map { "\($0.name): \(shape(of: $0.value))" }.sorted()
      return "{\(members.joined(separator: ", "))}"
    case .array:
      var shapes: [String] = []
      for shape in value.elements.map({ shape(of: $0) }) where !shapes.contains(shape) {
        shapes.append(shape)
      }
      return "[\(shapes.joined(separator: ", "))]"
    case .boolean: return value.text
    default: return "\(value.kind)"
    }
  }
}
