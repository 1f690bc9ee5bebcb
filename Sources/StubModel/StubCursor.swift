package import JSONText

/// A value of a stub mapping that is being read, and where it lies.
package struct StubCursor: Sendable {
  /// The value.
  package let value: JSONValue
  /// Where it lies in its document, as a JSON pointer (RFC 6901).
  package let pointer: String

  /// Starts at a value.
  package init(_ value: JSONValue, pointer: String = "") {
    self.value = value
    self.pointer = pointer
  }

  /// The value of a member, or `nil` when there is none or it is `null`.
  package subscript(name: String) -> StubCursor? {
    guard let member = value[name], !member.isNull else { return nil }
    return StubCursor(member, pointer: "\(pointer)/\(Self.escape(name))")
  }

  /// The value of a member, `null` included.
  package func member(_ name: String) -> StubCursor? {
    value[name].map { StubCursor($0, pointer: "\(pointer)/\(Self.escape(name))") }
  }

  /// The names and values of all members, in order.
  package var members: [(name: String, cursor: StubCursor)] {
    value.members.map { member in
      let name = member.name
      return (name, StubCursor(member.value, pointer: "\(pointer)/\(Self.escape(name))"))
    }
  }

  /// The elements of an array, in order.
  package var elements: [StubCursor] {
    value.elements.enumerated().map { StubCursor($1, pointer: "\(pointer)/\($0)") }
  }

  /// A problem with the value.
  package func problem(_ message: String) -> StubProblem {
    StubProblem(message, at: value, pointer: pointer)
  }

  /// A problem with the key of a member.
  package func problem(_ message: String, key name: String) -> StubProblem {
    let key = value.members.first { $0.name == name }?.key
    return StubProblem(message, at: key ?? value, pointer: "\(pointer)/\(Self.escape(name))")
  }

  private static func escape(_ token: String) -> String {
    guard token.utf8.contains(where: { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "/") })
    else { return token }
    return token.reduce(into: "") { text, character in
      switch character {
      case "~": text += "~0"
      case "/": text += "~1"
      default: text.append(character)
      }
    }
  }
}
