/// A start tag, its attributes sorted by name.
struct XMLTag {
  /// The element's name.
  let name: String
  /// The tag up to the last attribute, e.g. `<item id="1"`.
  let text: String
  /// Whether the tag is an element of its own: `<item/>`.
  let isEmpty: Bool

  /// Reads what stands between `<` and `>`.
  init(_ bytes: ArraySlice<UInt8>) {
    isEmpty = bytes.last == UInt8(ascii: "/")
    var rest = isEmpty ? bytes.dropLast() : bytes
    name = Self.word(&rest)
    var attributes: [(name: String, text: String)] = []
    while let attribute = Self.attribute(&rest) { attributes.append(attribute) }
    attributes.sort { ($0.name, $0.text) < ($1.name, $1.text) }
    text = "<" + ([name] + attributes.map(\.text)).joined(separator: " ")
  }

  private static func attribute(
    _ rest: inout ArraySlice<UInt8>
  ) -> (name: String, text: String)? {
    rest = rest.drop { XMLScanner.isSpace($0) }
    guard let first = rest.first else { return nil }
    var name = word(&rest)
    if name.isEmpty {  // a stray quote or slash
      name = String(decoding: [first], as: UTF8.self)
      rest.removeFirst()
    }
    let behind = rest.drop { XMLScanner.isSpace($0) }
    guard behind.first == UInt8(ascii: "=") else { return (name, name) }
    rest = behind.dropFirst().drop { XMLScanner.isSpace($0) }
    return (name, name + "=\"" + value(&rest) + "\"")
  }

  /// Takes the value of an attribute, spelled as it is between double quotes.
  private static func value(_ rest: inout ArraySlice<UInt8>) -> String {
    guard let quote = rest.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      let value = rest.prefix { !XMLScanner.isSpace($0) }
      rest = rest[value.endIndex...]
      return String(decoding: value, as: UTF8.self)
    }
    let value = rest.dropFirst().prefix { $0 != quote }
    rest = rest[value.endIndex...].dropFirst()
    return String(decoding: value, as: UTF8.self).split(
      separator: "\"", omittingEmptySubsequences: false
    ).joined(separator: "&quot;")
  }

  private static func word(_ rest: inout ArraySlice<UInt8>) -> String {
    let word = rest.prefix { byte in
      !XMLScanner.isSpace(byte) && byte != UInt8(ascii: "=") && byte != UInt8(ascii: "\"")
        && byte != UInt8(ascii: "'") && byte != UInt8(ascii: "/")
    }
    rest = rest[word.endIndex...]
    return String(decoding: word, as: UTF8.self)
  }
}
