import ContractModel
import StubMatching
import StubModel

/// Converts the method of a stub.
enum MethodConversion {
  private static let usual = ["GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS"]

  /// The methods of the interactions that a stub becomes; never empty.
  ///
  /// - Parameter hasBody: whether the stub speaks of a body.
  static func methods(
    _ method: StubMethod, hasBody: Bool, in request: StubCursor, _ notes: inout ConversionNotes
  ) -> [String] {
    let usual = hasBody ? ["POST", "PUT", "PATCH"] : usual
    switch method {
    case .oneOf(let methods) where !methods.isEmpty:
      var seen: Set<String> = []
      return methods.filter { seen.insert($0).inserted }
    case .oneOf, .any:
      notes.lose(
        "that any method is accepted cannot be said; it is \(usual[0]) now",
        at: request["method"] ?? request)
      return [usual[0]]
    case .noneOf(let methods):
      let method = usual.first { !methods.contains($0) } ?? "GET"
      notes.lose(
        "that any method but some is accepted cannot be said; it is \(method) now",
        at: request["method"] ?? request)
      return [method]
    }
  }
}
