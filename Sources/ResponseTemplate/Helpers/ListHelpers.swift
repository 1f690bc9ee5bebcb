/// The helpers of lists.
enum ListHelpers {
  static let all: [TemplateHelper] = [
    TemplateHelper("array", 0...1_000) { _, call in .list(call.arguments) },
    TemplateHelper("range", 2...2) { rendering, call throws(TemplateFailure) in
      guard let low = call[0].number.flatMap({ Int(exactly: $0) }),
        let high = call[1].number.flatMap({ Int(exactly: $0) })
      else { throw TemplateFailure("range needs two integers") }
      if low > high { return .list([]) }
      let (count, isHuge) = high.subtractingReportingOverflow(low)
      // A value of a list takes more memory than a byte of text.
      try rendering.checkLength(isHuge || count > 1 << 32 ? .max : count * 16)
      try rendering.spend(isHuge ? .max : count)
      return .list((low...high).map { .integer($0) })
    },
    TemplateHelper("size", 1...1) { _, call in
      if let elements = call[0].elements, !call[0].isSingle { return .integer(elements.count) }
      if let members = call[0].members { return .integer(members.count) }
      return .integer(call[0].text.utf16.count)
    },
    TemplateHelper("arrayAdd", 2...2, options: ["position"]) { _, call throws(TemplateFailure) in
      var list = call[0].elements ?? []
      let place = try place(call, last: list.count, in: 0...list.count)
      list.insert(call[1], at: place)
      return .list(list)
    },
    TemplateHelper("arrayRemove", 1...1, options: ["position"]) { _, call throws(TemplateFailure) in
      var list = call[0].elements ?? []
      if list.isEmpty { return .list([]) }
      list.remove(at: try place(call, last: list.count - 1, in: 0...list.count - 1))
      return .list(list)
    },
    TemplateHelper("arrayJoin", 2...2, options: ["prefix", "suffix"], form: .both) {
      rendering, call throws(TemplateFailure) in
      try arrayJoin(&rendering, call)
    },
    TemplateHelper("join", 2...1_000, options: ["prefix", "suffix"]) { _, call in
      let separator = call.arguments.last?.text ?? ""
      let isList = call.arguments.count == 2 && call[0].elements != nil
      let items = isList ? call[0].elements ?? [] : Array(call.arguments.dropLast())
      let text = items.map(\.text).joined(separator: separator)
      return .text((call.text("prefix") ?? "") + text + (call.text("suffix") ?? ""))
    },
  ]

  private static func place(
    _ call: HelperCall, last: Int, in range: ClosedRange<Int>
  ) throws(TemplateFailure) -> Int {
    switch call.text("position") {
    case nil, "end": return last
    case "start": return 0
    case .some(let text):
      guard let place = Int(text), range.contains(place) else {
        throw TemplateFailure(
          "\(call.name): 'position' is start, end or \(range.lowerBound) to \(range.upperBound), not"
            + " '\(text)'")
      }
      return place
    }
  }

  private static func arrayJoin(
    _ rendering: inout TemplateRendering, _ call: HelperCall
  ) throws(TemplateFailure) -> TemplateValue {
    var texts: [String] = []
    for element in call[1].elements ?? [] {
      guard let block = call.block else {
        texts.append(element.text)
        continue
      }
      rendering.frames.append(TemplateFrame(this: element))
      defer { rendering.frames.removeLast() }
      texts.append(try rendering.capture(block.body))
    }
    let text =
      (call.text("prefix") ?? "") + texts.joined(separator: call[0].text)
      + (call.text("suffix") ?? "")
    if call.block == nil { return .text(text) }
    rendering.print(text)
    return .missing
  }
}
