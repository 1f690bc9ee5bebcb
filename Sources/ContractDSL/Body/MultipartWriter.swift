import ContractModel

/// Writes the parts of a multipart form, one after the other.
struct MultipartWriter {
  /// The boundary of every example, so that the same contract gives the same file.
  static let boundary = "counterpart-boundary"

  private let delimiter: String
  private var bytes: [UInt8] = []

  /// - Parameter mediaType: the type with the boundary that the header names.
  init(_ mediaType: String?) {
    let parameters = mediaType.map { MediaType($0).parameters } ?? []
    delimiter = parameters.first { $0.name == "boundary" }?.value ?? Self.boundary
  }

  /// Adds a part, and its rules below its name.
  mutating func add(_ part: PartPattern, _ compilation: inout Compilation) {
    let unfit = "\"\r\n"
    if part.name.isEmpty || (part.name + (part.fileName ?? "")).contains(where: unfit.contains) {
      compilation.report(
        "the name of a part is empty, or has quotes or line breaks", at: "part '\(part.name)'")
    }
    let content = part.body.compiled(&compilation, at: [.key(part.name)])
    var head = "--\(delimiter)\r\nContent-Disposition: form-data; name=\"\(part.name)\""
    if let fileName = part.fileName { head += "; filename=\"\(fileName)\"" }
    if let type = part.body.mediaType { head += "\r\nContent-Type: \(type)" }
    let data = Body(content).bytes ?? []
    if data.contains(delimiter: Array("--\(delimiter)".utf8)) {
      compilation.report("the contents have the boundary in them", at: "part '\(part.name)'")
    }
    bytes += Array("\(head)\r\n\r\n".utf8) + data + Array("\r\n".utf8)
  }

  /// The whole form.
  func finished() -> [UInt8] { bytes + Array("--\(delimiter)--\r\n".utf8) }
}

extension [UInt8] {
  fileprivate func contains(delimiter: [UInt8]) -> Bool {
    guard count >= delimiter.count else { return false }
    return (0...(count - delimiter.count)).contains { start in
      self[start..<start + delimiter.count].elementsEqual(delimiter)
    }
  }
}
