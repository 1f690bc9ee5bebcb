import JSONText

/// JSON laid out as Jackson's pretty printer does, which WireMock uses.
enum JacksonText {
  /// The text of a value.
  static func pretty(_ value: JSONValue) -> String {
    var text = ""
    write(value, indent: 0, into: &text)
    return text
  }

  private static func write(_ value: JSONValue, indent: Int, into text: inout String) {
    switch value.kind {
    case .object where !value.isEmpty:
      let space = String(repeating: "  ", count: indent + 1)
      text += "{\n"
      for (index, member) in value.members.enumerated() {
        text += "\(index == 0 ? "" : ",\n")\(space)\(member.key.text) : "
        write(member.value, indent: indent + 1, into: &text)
      }
      text += "\n\(String(repeating: "  ", count: indent))}"
    case .array where !value.isEmpty:
      text += "[ "
      for (index, element) in value.elements.enumerated() {
        if index > 0 { text += ", " }
        write(element, indent: indent, into: &text)
      }
      text += " ]"
    case .object: text += "{ }"
    case .array: text += "[ ]"
    default: text += value.text
    }
  }
}
