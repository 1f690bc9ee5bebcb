import JSONText

/// The `comments` of an interaction, as version 4 has them.
struct Comments {
  let json: JSONValue?
  var problems: [String] = []

  init(_ texts: [String], _ testName: String?, _ references: JSONValue?) {
    if let references {
      let systems = references.members.map(\.value)
      if references.kind != .object || systems.contains(where: { $0.kind != .object }) {
        problems.append("the references: expected an object of objects, found \(references)")
      }
      problems += references.repeatedKeys.map { "the references: the key '\($0)' stands twice" }
    }
    guard !texts.isEmpty || testName != nil || references != nil else {
      json = nil
      return
    }
    json = .make { writer in
      writer.object { writer in
        if !texts.isEmpty {
          writer.key("text")
          writer.array { writer in for text in texts { writer.string(text) } }
        }
        if let testName { writer.member("testname", testName) }
        if let references { writer.member("references", references) }
      }
    }
  }
}
