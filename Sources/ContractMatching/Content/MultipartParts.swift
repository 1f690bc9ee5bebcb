package import ContractModel

/// The parts of a multipart body, for those who only look at them.
package enum MultipartParts {
  /// A part.
  package struct Part: Sendable {
    /// The `name` of its Content-Disposition.
    package var name: String?
    /// The `filename` of its Content-Disposition.
    package var fileName: String?
    /// The header fields in order.
    package var headers: [Field]
    /// The content.
    package var bytes: [UInt8]
  }

  /// Reads a body.
  ///
  /// - Parameter contentType: the value of the header field, which names the boundary.
  /// - Returns: the parts, or `nil` when the body is no multipart one.
  package static func read(_ bytes: [UInt8], contentType: String?) -> [Part]? {
    guard let contentType, contentType.lowercased().hasPrefix("multipart/"),
      let boundary = MultipartBody.boundary(of: MediaType(contentType)),
      let body = try? MultipartBody(parsing: bytes, boundary: boundary)
    else { return nil }
    return body.parts.map {
      Part(name: $0.name, fileName: $0.fileName, headers: $0.headers, bytes: $0.bytes)
    }
  }
}
