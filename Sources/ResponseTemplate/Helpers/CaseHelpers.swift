/// The helpers that change how words are written.
enum CaseHelpers {
  static let all: [TemplateHelper] = [
    TextHelpers.text("lower") { text, _ in text.lowercased() },
    TextHelpers.text("upper") { text, _ in text.uppercased() },
    TextHelpers.text("capitalizeFirst") { text, _ in raised(text[...]) },
    TextHelpers.text("capitalize", options: ["fully"]) { text, call in
      let words = (call.flag("fully") ? text.lowercased() : text)
        .split(separator: " ", omittingEmptySubsequences: false)
      return words.map { raised($0) }.joined(separator: " ")
    },
    TemplateHelper("abbreviate", 2...2) { _, call throws(TemplateFailure) in
      guard let width = call[1].number.flatMap({ Int(exactly: $0) }), width >= 4 else {
        throw TemplateFailure("abbreviate: the width must be an integer of at least 4")
      }
      let text = call[0].text
      return .text(text.count <= width ? text : text.prefix(width - 3) + "...")
    },
    TextHelpers.text("slugify") { text, _ in
      let kept = text.lowercased().unicodeScalars.map { scalar -> Character in
        let isWord =
          (97...122).contains(scalar.value) || (48...57).contains(scalar.value)
          || scalar == "_" || scalar == "-"
        return isWord ? Character(scalar) : scalar.properties.isWhitespace ? " " : "\0"
      }
      return String(kept.filter { $0 != "\0" }).split(separator: " ").joined(separator: "-")
    },
    TextHelpers.text("stripTags") { text, _ in
      var isTag = false
      return text.filter { character in
        if character == "<" { isTag = true }
        defer { if character == ">" { isTag = false } }
        return !isTag
      }
    },
  ]

  private static func raised(_ text: Substring) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }
}
