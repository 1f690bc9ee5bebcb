package import FaultModel
package import JSONText

/// Why the description of a proxy cannot be used, and where.
package struct ProxyOptionsError: Error, Sendable, CustomStringConvertible {
  /// The kinds of reason.
  package enum Kind: Sendable, Hashable {
    /// A member that has to be there is not.
    case missing
    /// Something else.
    case value
  }

  /// The kind of reason.
  package let kind: Kind
  /// What is wrong.
  package private(set) var description: String
  /// Where it stands.
  package let position: JSONPosition
  /// What is wrong with a toxic, when that is the reason.
  package let toxic: ToxicError?

  /// Creates the error of a place.
  package init(_ description: String, _ place: JSONValue) {
    self.init(.value, description, place, nil)
  }

  /// Creates the error of a toxic.
  init(_ toxic: ToxicError, _ place: JSONValue) {
    self.init(.value, toxic.description, place, toxic)
  }

  /// Creates the error of a member that is missing.
  init(missing name: String, _ place: JSONValue) {
    self.init(.missing, "missing required field: \(name)", place, nil)
  }

  private init(_ kind: Kind, _ description: String, _ place: JSONValue, _ toxic: ToxicError?) {
    self.kind = kind
    self.description = description
    self.toxic = toxic
    position = place.position
  }

  /// The error with more text.
  func adding(_ text: String) -> Self {
    var error = self
    error.description += text
    return error
  }
}
