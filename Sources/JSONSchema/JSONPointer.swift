import JSONText

/// JSON pointers (RFC 6901): following them, and naming places with them.
enum JSONPointer {
  /// The tokens of a pointer, unescaped.
  static func tokens(_ pointer: String) -> [String] {
    pointer.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map { token in
      guard token.contains("~") else { return String(token) }
      var text = ""
      var rest = token
      while let character = rest.popFirst() {
        if character == "~", let code = rest.first, code == "0" || code == "1" {
          text.append(code == "0" ? "~" : "/")
          rest.removeFirst()
        } else {
          text.append(character)
        }
      }
      return text
    }
  }

  /// The part of a value that one token names.
  static func step(_ token: String, in value: JSONValue) -> JSONValue? {
    if value.kind == .object { return value[token] }
    guard value.kind == .array, let index = Int(token), index >= 0, String(index) == token
    else { return nil }
    for (position, element) in value.elements.enumerated() where position == index {
      return element
    }
    return nil
  }

  /// A token as it stands in a pointer.
  static func escape(_ token: String) -> String {
    guard token.contains(where: { $0 == "~" || $0 == "/" }) else { return token }
    return token.reduce(into: "") { text, character in
      switch character {
      case "~": text += "~0"
      case "/": text += "~1"
      default: text.append(character)
      }
    }
  }

  /// The pointers of many nodes, found in one walk over the document.
  ///
  /// - Parameters:
  ///   - nodes: the nodes to name.
  ///   - root: the value that the pointers start from.
  /// - Returns: a pointer for each node below `root`.
  static func locate(_ nodes: Set<UInt32>, in root: JSONValue) -> [UInt32: String] {
    let wanted = nodes.sorted()
    var found: [UInt32: String] = [:]
    var next = 0
    var level: [(value: JSONValue, path: String)] = [(root, "")]
    while let (value, path) = level.popLast(), next < wanted.count {
      while next < wanted.count, wanted[next] < value.node { next += 1 }
      guard next < wanted.count else { break }
      if wanted[next] == value.node {
        found[value.node] = path
        next += 1
      }
      // The children that hold a wanted node, in order; a large body is not walked for nothing.
      var ahead = next
      var inside: [(value: JSONValue, path: String)] = []
      func visit(_ child: JSONValue, _ token: () -> String) {
        let end = child.end
        while ahead < wanted.count, wanted[ahead] < child.node { ahead += 1 }
        guard ahead < wanted.count, wanted[ahead] < end else { return }
        inside.append((child, "\(path)/\(token())"))
        while ahead < wanted.count, wanted[ahead] < end { ahead += 1 }
      }
      for member in value.members { visit(member.value) { escape(member.name) } }
      for (index, element) in value.elements.enumerated() { visit(element) { "\(index)" } }
      level += inside.reversed()
    }
    return found
  }
}

extension JSONValue {
  /// The node behind the value and all of its content.
  var end: UInt32 { document.tape[Int(node)].next }
}
