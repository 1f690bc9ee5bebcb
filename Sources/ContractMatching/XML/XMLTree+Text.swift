extension XMLTree {
  /// An element as compact XML: text before children, no namespace declarations.
  func text(of element: Int) -> String {
    var output: [UInt8] = []
    // The elements that are open: where they end, and their names.
    var open: [(end: Int, name: [UInt8])] = []
    for place in element..<Int(elements[element].end) {
      while let last = open.last, last.end <= place {
        close(last.name, &output)
        open.removeLast()
      }
      let name = Array(written(elements[place].name, prefix: elements[place].prefix).utf8)
      if start(place, name, &output) { open.append((Int(elements[place].end), name)) }
    }
    while let last = open.popLast() { close(last.name, &output) }
    return String(decoding: output, as: UTF8.self)
  }

  /// Writes a start tag and the text, or an empty element.
  private func start(_ place: Int, _ name: [UInt8], _ output: inout [UInt8]) -> Bool {
    let element = elements[place]
    output += [UInt8(ascii: "<")] + name
    for attribute in attributes[attributes(of: place)] {
      output.append(UInt8(ascii: " "))
      output += written(attribute.name, prefix: attribute.prefix).utf8
      output += "=\"".utf8
      Self.escape(utf8(attribute.value), to: &output)
      output.append(UInt8(ascii: "\""))
    }
    guard !children(of: place).isEmpty || element.text.count > 0 else {
      output += "/>".utf8
      return false
    }
    output.append(UInt8(ascii: ">"))
    Self.escape(utf8(element.text), to: &output)
    return true
  }

  private func close(_ name: [UInt8], _ output: inout [UInt8]) {
    output += "</".utf8
    output += name
    output.append(UInt8(ascii: ">"))
  }

  private static func escape(_ text: ArraySlice<UInt8>, to output: inout [UInt8]) {
    for byte in text {
      switch byte {
      case UInt8(ascii: "&"): output += "&amp;".utf8
      case UInt8(ascii: "<"): output += "&lt;".utf8
      case UInt8(ascii: ">"): output += "&gt;".utf8
      case UInt8(ascii: "\""): output += "&quot;".utf8
      default: output.append(byte)
      }
    }
  }
}
