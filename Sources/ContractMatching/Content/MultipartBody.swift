import ContractModel

/// A body of several parts, as RFC 2046 and RFC 7578 define it.
struct MultipartBody: Sendable, Hashable {
  /// A part of a body.
  struct Part: Sendable, Hashable {
    /// The `name` of its Content-Disposition.
    var name: String?
    /// The `filename` of its Content-Disposition.
    var fileName: String?
    /// The header fields in order: one for each name, in any case, with all of its values.
    var headers: [Field]
    /// The value of its Content-Type, with the parameters.
    var contentType: String?
    /// The content; a transfer encoding is undone.
    var bytes: [UInt8]
  }

  /// The most parts that a body may have.
  static let partLimit = 1_000
  /// The most bytes that the header lines of a part may have.
  static let headerLimit = 16_384

  /// The parts in order.
  var parts: [Part]

  /// Reads a body; what stands before the first delimiter and behind the last one is ignored.
  ///
  /// A delimiter is a whole line, so that neither a longer boundary nor the boundary within a line
  /// ends a part. Lines end with CR LF or LF. A body that is only the closing delimiter has no
  /// parts.
  ///
  /// - Parameters:
  ///   - bytes: the whole body.
  ///   - boundary: the boundary without its leading `--`.
  /// - Throws: ``MultipartError`` when a delimiter is missing, a header or a transfer encoding is
  ///   not valid, or a limit is passed.
  init(parsing bytes: [UInt8], boundary: String) throws(MultipartError) {
    var parser = try MultipartParser(bytes, boundary: boundary)
    parts = try parser.run()
  }
}
