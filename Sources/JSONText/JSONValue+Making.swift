extension JSONValue: CustomStringConvertible {
  /// The value as compact JSON.
  public var description: String {
    var writer = JSONWriter(style: .compact)
    writer.value(self)
    return writer.text
  }

  /// Makes a value by writing it.
  ///
  /// - Parameter write: writes one value.
  /// - Returns: what was written, or JSON `null` when it is no JSON.
  public static func make(_ write: (inout JSONWriter) -> Void) -> JSONValue {
    var writer = JSONWriter(style: .compact)
    write(&writer)
    return (try? JSONDocument(parsing: writer.bytes, depthLimit: .max))?.root ?? .null
  }

  /// JSON `null`.
  public static let null: JSONValue = {
    // The text is constant and valid; the fallback is never reached.
    guard let document = try? JSONDocument(parsing: Array("null".utf8)) else {
      preconditionFailure("'null' is JSON")
    }
    return document.root
  }()

  /// A JSON string.
  public static func string(_ value: String) -> JSONValue { make { $0.string(value) } }
}
