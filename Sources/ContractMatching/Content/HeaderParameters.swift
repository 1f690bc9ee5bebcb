import ContractModel

/// The parameters of a header value such as `form-data; name="a"; filename*=UTF-8''%C3%A9`.
struct HeaderParameters {
  /// The values by their names in lower case; of two of one name the first counts.
  private var values: [String: [UInt8]] = [:]

  /// Reads the parameters behind the first `;`; what is no parameter is skipped.
  ///
  /// In a quoted value a backslash escapes a quote or a backslash; before anything else it stands
  /// for itself, since some senders write the paths of files as they are.
  init(_ value: String) {
    let bytes = Array(value.utf8)
    var at = Self.skip(bytes, 0, to: [UInt8(ascii: ";")])
    while at < bytes.count {
      let nameEnd = Self.skip(bytes, at + 1, to: [UInt8(ascii: "="), UInt8(ascii: ";")])
      let name = MultipartLines.trimmed(bytes[(at + 1)..<nameEnd])
      at = nameEnd
      guard at < bytes.count, bytes[at] == UInt8(ascii: "=") else { continue }
      let value = Self.value(bytes, &at)
      let key = String(decoding: name, as: UTF8.self).lowercased()
      if !key.isEmpty, values[key] == nil { values[key] = value }
    }
  }

  /// A parameter's text: that of `name*`, which RFC 5987 defines, else that of `name`.
  ///
  /// - Parameter name: the name in lower case.
  func text(_ name: String) -> String? {
    if let text = values[name + "*"].flatMap(Self.extended) { return text }
    return values[name].map { String(decoding: $0, as: UTF8.self) }
  }

  /// Decodes `charset'language'text`.
  private static func extended(_ value: [UInt8]) -> String? {
    let parts = value.split(
      separator: UInt8(ascii: "'"), maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3 else { return nil }
    return TextDecoding.text(
      PercentCoding.decode(bytes: parts[2]), charset: String(decoding: parts[0], as: UTF8.self))
  }

  /// The offset of the first of some bytes, or of the end.
  private static func skip(_ bytes: [UInt8], _ from: Int, to stops: [UInt8]) -> Int {
    guard from < bytes.count else { return bytes.count }
    return bytes[from...].firstIndex { stops.contains($0) } ?? bytes.count
  }

  /// The value behind a `=`; afterwards `at` is at the next `;` or at the end.
  private static func value(_ bytes: [UInt8], _ at: inout Int) -> [UInt8] {
    var start = at + 1
    while start < bytes.count, MultipartLines.isSpace(bytes[start]) { start += 1 }
    guard start < bytes.count, bytes[start] == UInt8(ascii: "\"") else {
      at = skip(bytes, start, to: [UInt8(ascii: ";")])
      return Array(MultipartLines.trimmed(bytes[min(start, at)..<at]))
    }
    let (value, end) = quoted(bytes, start + 1)
    at = skip(bytes, end, to: [UInt8(ascii: ";")])
    return value
  }

  private static func quoted(_ bytes: [UInt8], _ from: Int) -> (value: [UInt8], end: Int) {
    var value: [UInt8] = []
    var at = from
    while at < bytes.count, bytes[at] != UInt8(ascii: "\"") {
      if bytes[at] == UInt8(ascii: "\\"), at + 1 < bytes.count,
        bytes[at + 1] == UInt8(ascii: "\"") || bytes[at + 1] == UInt8(ascii: "\\")
      {
        at += 1
      }
      value.append(bytes[at])
      at += 1
    }
    return (value, at + 1)
  }
}
