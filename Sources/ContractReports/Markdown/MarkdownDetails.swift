import ContractModel

/// What the Markdown report says about one result: a section that is folded at first.
enum MarkdownDetails {
  private static let longestTitle = 200
  private static let longestMessage = 600
  private static let longestValue = 300
  private static let longestDiff = 40
  private static let longestBlock = 3_000
  private static let longestSection = 8_000
  private static let mostComments = 3

  /// The section, with an empty line at its end.
  static func section(_ result: InteractionResult) -> String {
    let title = result.title.markdownCode(upTo: longestTitle)
    var text = "<details>\n<summary>\(result.status.sign) \(title)</summary>\n"
    if let error = result.error { text += "\n- \(error.markdownCode(upTo: longestMessage))\n" }
    for (index, mismatch) in result.mismatches.enumerated() {
      guard text.utf8.count < longestSection else {
        text += "\n… and \(result.mismatches.count - index) more\n"
        break
      }
      text += difference(mismatch)
    }
    for hint in Hint.all(on: result) {
      text += "\nHint: \(hint.markdownCode(upTo: longestMessage))\n"
    }
    text += remarks(on: result)
    return text + "\n</details>\n\n"
  }

  private static func difference(_ mismatch: Mismatch) -> String {
    let place = mismatch.place.markdownCode(upTo: longestTitle)
    var text = "\n- \(place): \(mismatch.message.markdownCode(upTo: longestMessage))"
    if let location = mismatch.location {
      text += " at \(location.description.markdownCode(upTo: longestTitle))"
    }
    return text + "\n" + (diff(mismatch) ?? values(of: mismatch))
  }

  /// The part of a body that differs, or `nil` where values tell as much.
  private static func diff(_ mismatch: Mismatch) -> String? {
    guard mismatch.kind == .body else { return nil }
    let lines = PartDiff.lines(expected: mismatch.expected, actual: mismatch.actual)
      .capped(longestDiff)
    guard !lines.isEmpty else { return nil }
    let block = lines.map { "\($0.sign) \($0.text)" }.joined(separator: "\n")
    return block.utf8.count > longestBlock ? nil : "\n" + block.markdownBlock("diff")
  }

  private static func values(of mismatch: Mismatch) -> String {
    let lines = [("-", mismatch.expected), ("+", mismatch.actual)].compactMap { sign, value in
      value.isEmpty ? nil : "\(sign) \(value.capped(longestValue).visible)"
    }
    return lines.isEmpty ? "" : "\n" + lines.joined(separator: "\n").markdownBlock("diff")
  }

  private static func remarks(on result: InteractionResult) -> String {
    var text = ""
    if let location = result.location {
      text += "\nContract: \(location.description.markdownCode(upTo: longestTitle))\n"
    }
    if let name = result.testName { text += "\nTest: \(name.markdownCode(upTo: longestTitle))\n" }
    for comment in result.comments.prefix(mostComments) {
      text += "\nComment: \(comment.markdownCode(upTo: longestTitle))\n"
    }
    if let command = result.reproduce {
      text += "\n" + command.capped(longestBlock).visibleCommand.markdownBlock("sh")
    }
    return text
  }
}
