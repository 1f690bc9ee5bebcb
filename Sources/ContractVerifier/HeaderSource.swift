/// Makes the value of a header field anew for each request, such as a token that is used once.
package final class HeaderSource: Sendable {
  private let make: @Sendable () -> Result<String, VerifierError>

  /// Creates a source.
  ///
  /// - Parameter make: gives a value, or why there is none; it may block.
  package init(_ make: @escaping @Sendable () -> Result<String, VerifierError>) {
    self.make = make
  }

  func value() throws(VerificationError) -> String {
    do throws(VerifierError) {
      return try make().get()
    } catch {
      throw VerificationError(message: error.description)
    }
  }
}

extension HeaderSource: Hashable {
  package static func == (one: HeaderSource, other: HeaderSource) -> Bool { one === other }

  package func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
