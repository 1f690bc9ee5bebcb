import ContractModel

/// The header fields of a part, line by line.
struct MultipartHeaders {
  /// The fields so far: one for each name, in any case.
  private(set) var fields: [Field] = []
  /// The field of each name in lower case.
  private var places: [String: Int] = [:]
  /// The field whose value the next line may continue.
  private var last: Int?

  /// Adds a line; one that starts with white space continues the value before it.
  ///
  /// - Throws: ``MultipartError`` when the line is no header.
  mutating func add(_ line: ArraySlice<UInt8>) throws(MultipartError) {
    if let first = line.first, MultipartLines.isSpace(first) {
      try unfold(line)
      return
    }
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else {
      throw MultipartError(
        "the header line '\(Self.shown(line))' of a part has no ':'", at: line.startIndex)
    }
    let name = Self.text(line[..<colon])
    guard HTTPText.isName(name) else {
      throw MultipartError(
        "'\(Self.shown(line[..<colon]))' is no name of a header of a part", at: line.startIndex)
    }
    let value = Self.text(line[(colon + 1)...])
    let key = name.lowercased()
    if let place = places[key] {
      fields[place].values.append(value)
      last = place
    } else {
      places[key] = fields.count
      last = fields.count
      fields.append(Field(name, [value]))
    }
  }

  private mutating func unfold(_ line: ArraySlice<UInt8>) throws(MultipartError) {
    guard let last, let value = fields[last].values.indices.last else {
      throw MultipartError(
        "the first header line of a part starts with white space", at: line.startIndex)
    }
    let more = Self.text(line)
    if !fields[last].values[value].isEmpty, !more.isEmpty {
      fields[last].values[value] += " "
    }
    fields[last].values[value] += more
  }

  /// The part with these headers.
  ///
  /// - Parameters:
  ///   - content: the content as it was sent.
  ///   - offset: where it starts.
  /// - Throws: ``MultipartError`` when the transfer encoding of the content cannot be undone.
  func part(
    _ content: ArraySlice<UInt8>, at offset: Int
  ) throws(MultipartError) -> MultipartBody.Part {
    let encoding = fields.header("content-transfer-encoding")
    guard let bytes = TransferEncoding.decode(content, encoding) else {
      throw MultipartError("the content of a part is not valid base64", at: offset)
    }
    let disposition = HeaderParameters(fields.header("content-disposition") ?? "")
    return MultipartBody.Part(
      name: disposition.text("name"), fileName: disposition.text("filename"), headers: fields,
      contentType: fields.header("content-type"), bytes: bytes)
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: MultipartLines.trimmed(bytes), as: UTF8.self)
  }

  private static func shown(_ bytes: ArraySlice<UInt8>) -> String {
    bytes.count <= 60 ? text(bytes) : text(bytes.prefix(60)) + "…"
  }
}
