import ContractModel

/// The helpers that make a text of a text.
enum TextHelpers {
  static let all: [TemplateHelper] = [
    text("trim") { $0.trimmed },
    text("base64", options: ["decode", "padding"]) { text, call throws(TemplateFailure) in
      guard call.flag("decode") else {
        let encoded = Base64.encode(Array(text.utf8))
        let isPadded = call.text("padding") != "false"
        return isPadded ? encoded : String(encoded.prefix { $0 != "=" })
      }
      guard let bytes = Base64.decode(text) else {
        throw TemplateFailure("base64: '\(text.prefix(40))' is not base64")
      }
      return String(decoding: bytes, as: UTF8.self)
    },
    text("urlEncode", options: ["decode", "encoding"]) { text, call in
      if call.flag("decode") { return PercentCoding.decode(text, plusIsSpace: true) }
      // As forms do: a space is a plus.
      return PercentCoding.encode(text, allowing: " *").split(
        separator: " ", omittingEmptySubsequences: false
      ).joined(separator: "+").replacing("~", with: "%7E")
    },
    TemplateHelper("substring", 2...3) { _, call throws(TemplateFailure) in
      let units = Array(call[0].text.utf16)
      let start = call[1].number.flatMap { Int(exactly: $0) }
      let end = call.arguments.count > 2 ? call[2].number.flatMap { Int(exactly: $0) } : units.count
      guard let start, let end, start >= 0, start <= end, end <= units.count else {
        throw TemplateFailure(
          "substring: '\(call[1].text)' to '\(call[2].text)' is not within the \(units.count)"
            + " characters of the text")
      }
      return .text(String(decoding: units[start..<end], as: UTF16.self))
    },
    TemplateHelper("replace", 3...3) { rendering, call throws(TemplateFailure) in
      .text(try replaced(&rendering, call[0].text, call[1].text, call[2].text))
    },
    TemplateHelper("cut", 1...2) { rendering, call throws(TemplateFailure) in
      let part = call.arguments.count > 1 ? call[1].text : " "
      return .text(try replaced(&rendering, call[0].text, part, ""))
    },
    TemplateHelper("defaultIfEmpty", 1...2) { _, call in call[0].isTrue ? call[0] : call[1] },
    TemplateHelper("yesno", 1...1, options: ["yes", "no", "maybe"]) { _, call in
      if call[0].isMissing { return call.options["maybe"] ?? .text("maybe") }
      let isTrue = call[0].isTrue
      return call.options[isTrue ? "yes" : "no"] ?? .text(isTrue ? "yes" : "no")
    },
    padded("ljust") { count in (0, count) }, padded("rjust") { count in (count, 0) },
    padded("center") { count in (count / 2, count - count / 2) },
    TemplateHelper("stringFormat", 1...100) { _, call throws(TemplateFailure) in
      .text(try JavaFormat.format(call[0].text, Array(call.arguments.dropFirst())))
    },
    TemplateHelper("wordWrap", 2...2) { _, call throws(TemplateFailure) in
      guard let width = call[1].number.flatMap({ Int(exactly: $0) }), width > 0 else {
        throw TemplateFailure("wordWrap: the width must be an integer above 0")
      }
      return .text(wrapped(call[0].text, width))
    },
  ]

  /// A helper that makes a text of one text.
  static func text(
    _ name: String, options: Set<String> = [],
    _ work: @escaping @Sendable (String, HelperCall) throws(TemplateFailure) -> String
  ) -> TemplateHelper {
    TemplateHelper(name, 0...1, options: options, form: .both) {
      rendering, call throws(TemplateFailure) in
      guard let block = call.block else {
        if call.arguments.isEmpty { throw TemplateFailure("\(name) needs a text, or a body") }
        return call[0].isMissing ? .missing : .text(try work(call[0].text, call))
      }
      rendering.print(try work(try rendering.capture(block.body), call))
      return .missing
    }
  }

  private static func text(
    _ name: String, _ work: @escaping @Sendable (String) -> String
  ) -> TemplateHelper {
    text(name) { text, _ in work(text) }
  }

  private static func padded(
    _ name: String, _ share: @escaping @Sendable (Int) -> (Int, Int)
  ) -> TemplateHelper {
    TemplateHelper(name, 1...1, options: ["size", "pad"]) {
      rendering, call throws(TemplateFailure) in
      guard let size = try call.integer("size") else {
        throw TemplateFailure("\(name) needs 'size'")
      }
      try rendering.checkLength(size)
      let text = call[0].text
      let pad = call.text("pad")?.first ?? " "
      let (before, after) = share(max(size - text.count, 0))
      return .text(
        String(repeating: pad, count: before) + text + String(repeating: pad, count: after))
    }
  }

  private static func replaced(
    _ rendering: inout TemplateRendering, _ text: String, _ part: String, _ other: String
  ) throws(TemplateFailure) -> String {
    if part.isEmpty { return text }
    let (bytes, wanted, replacement) = (Array(text.utf8), Array(part.utf8), Array(other.utf8))
    try rendering.spend(bytes.count / 64 * wanted.count)
    var result: [UInt8] = []
    var at = 0
    while at < bytes.count {
      if bytes[at] == wanted[0], bytes[at...].starts(with: wanted) {
        result += replacement
        at += wanted.count
        try rendering.checkLength(result.count)
      } else {
        result.append(bytes[at])
        at += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func wrapped(_ text: String, _ width: Int) -> String {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, last.count + 1 + word.count <= width {
        lines[lines.count - 1] = "\(last) \(word)"
      } else {
        lines.append(String(word))
      }
    }
    return lines.joined(separator: "\n")
  }
}

extension String {
  /// The text without white space at its ends.
  var trimmed: String {
    var bytes = utf8[...]
    while let first = bytes.first, first <= 0x20 { bytes.removeFirst() }
    while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
    return String(Substring(bytes))
  }
}
