import JSONText

/// A value of a YAML text, with the place where it starts.
indirect enum YAMLNode {
  /// A scalar; one that is quoted or tagged as a text is a string whatever it looks like.
  case scalar(String, isText: Bool, JSONPosition)
  /// A sequence.
  case sequence([YAMLNode], JSONPosition)
  /// A mapping: keys and values in the order of the text.
  case mapping([(key: YAMLNode, value: YAMLNode)], JSONPosition)

  /// Where the value starts.
  var position: JSONPosition {
    switch self {
    case .scalar(_, _, let position), .sequence(_, let position), .mapping(_, let position):
      position
    }
  }

  /// Writes the value as JSON.
  ///
  /// - Parameter places: gets the place of each key and value, in the order in which a
  ///   `JSONDocument` numbers them.
  func write(to json: inout JSONWriter, places: inout [JSONPosition]) {
    places.append(position)
    switch self {
    case .scalar(let text, let isText, _): Self.write(text, isText: isText, to: &json)
    case .sequence(let elements, _):
      json.array { json in
        for element in elements { element.write(to: &json, places: &places) }
      }
    case .mapping(let members, _):
      json.object { json in
        for member in members {
          places.append(member.key.position)
          if case .scalar(let name, _, _) = member.key { json.key(name) }
          member.value.write(to: &json, places: &places)
        }
      }
    }
  }

  /// Resolves a plain scalar as YAML 1.2's core schema does, numbers in JSON's spelling only.
  private static func write(_ text: String, isText: Bool, to json: inout JSONWriter) {
    guard !isText else { return json.string(text) }
    switch text {
    case "", "~", "null", "Null", "NULL": json.null()
    case "true", "True", "TRUE": json.boolean(true)
    case "false", "False", "FALSE": json.boolean(false)
    default:
      let value = try? JSONValue(parsing: text)
      if value?.kind == .number { json.number(text) } else { json.string(text) }
    }
  }
}
