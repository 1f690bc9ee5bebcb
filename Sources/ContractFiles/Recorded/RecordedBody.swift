import ContractModel
import JSONText

/// A body of recorded traffic, and what it is.
struct RecordedBody {
  let bytes: [UInt8]
  /// The media type without its parameters, in lower case.
  let mediaType: String?
  /// The body as JSON, where it is an array or object, or says so.
  let json: JSONValue?
  /// Whether it is text.
  let isText: Bool

  init(_ bytes: [UInt8], _ headers: [Field]) {
    self.bytes = bytes
    let type = headers.header("content-type").map { type in
      type.prefix { $0 != ";" }.lowercased().filter { $0 != " " }
    }
    mediaType = type
    isText =
      String(validating: bytes, as: UTF8.self) != nil && !bytes.contains(0)
      && headers.header("content-encoding") == nil
    let saysJSON = type.map { $0.hasSuffix("/json") || $0.hasSuffix("+json") } ?? true
    json =
      isText && saysJSON && !bytes.isEmpty ? (try? JSONDocument(parsing: bytes))?.root : nil
  }

  /// The body as a text.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Whether it is XML.
  var isXML: Bool {
    guard isText, let mediaType else { return false }
    return mediaType.hasSuffix("/xml") || mediaType.hasSuffix("+xml")
  }

  /// The ending of a file with it.
  var ending: String {
    if json != nil { return "json" }
    if isXML { return "xml" }
    return isText ? "txt" : "bin"
  }
}
