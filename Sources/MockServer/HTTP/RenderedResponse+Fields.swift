import NIOCore

extension RenderedResponse {
  /// The response with further header fields where it has none of their names.
  func adding(_ fields: [(String, String)]) -> RenderedResponse {
    guard !fields.isEmpty,
      let head = buffer.getSlice(at: buffer.readerIndex, length: headLength - 2),
      let rest = buffer.getSlice(
        at: buffer.readerIndex + headLength - 2,
        length: buffer.readableBytes - headLength + 2)
    else { return self }
    let names = Set(
      String(buffer: head).split(separator: "\r\n").dropFirst().map { line in
        line.prefix { $0 != ":" }.lowercased()
      })
    let lines = fields.filter { !names.contains($0.0.lowercased()) }
      .map { "\($0.0): \($0.1)\r\n" }.joined()
    var more = head
    more.writeString(lines)
    more.writeImmutableBuffer(rest)
    return RenderedResponse(buffer: more, headLength: headLength + lines.utf8.count)
  }
}
