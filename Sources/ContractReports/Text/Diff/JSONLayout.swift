import JSONText

/// Lays out a JSON value: a line for each member and element, two spaces a level.
///
/// Values that mean the same get the same lines: strings are written with one kind of escape, and
/// beside a model members stand in the model's order and equal numbers have the model's digits.
struct JSONLayout {
  /// A value, and the one whose order its members take over.
  private struct Entry {
    var key: String?
    var value: JSONValue
    var model: JSONValue?
  }

  /// A container that is not closed yet.
  private struct Frame {
    var entries: IndexingIterator<[Entry]>
    var end: String
    var isFirst = true
  }

  private var lines: [String] = []
  private var frames: [Frame] = []

  /// The lines of a value.
  ///
  /// - Parameter model: the value that it is compared with.
  static func lines(of value: JSONValue, like model: JSONValue? = nil) -> [String] {
    var layout = JSONLayout()
    layout.append(Entry(key: nil, value: value, model: model))
    while !layout.frames.isEmpty { layout.step() }
    return layout.lines
  }

  /// A string as JSON spells it, with no more escapes than needed.
  static func quoted(_ string: String) -> String {
    var writer = JSONWriter(style: .compact)
    writer.string(string)
    return writer.text
  }

  private init() {}

  /// Writes the next entry of the innermost container, or its end.
  private mutating func step() {
    let last = frames.count - 1
    guard let entry = frames[last].entries.next() else {
      let end = frames.removeLast().end
      lines.append(Layout.indented(end, frames.count))
      return
    }
    if !frames[last].isFirst { lines[lines.count - 1] += "," }
    frames[last].isFirst = false
    append(entry)
  }

  private mutating func append(_ entry: Entry) {
    let start = entry.key.map { Self.quoted($0) + ": " } ?? ""
    let isOpen = !entry.value.isEmpty
    let text = isOpen ? (entry.value.kind == .object ? "{" : "[") : Self.short(entry)
    lines.append(Layout.indented(start + text, frames.count))
    guard isOpen else { return }
    let entries = entry.value.kind == .object ? Self.members(of: entry) : Self.elements(of: entry)
    frames.append(
      Frame(entries: entries.makeIterator(), end: entry.value.kind == .object ? "}" : "]"))
  }

  /// A scalar, or a container with nothing in it.
  private static func short(_ entry: Entry) -> String {
    switch entry.value.kind {
    case .object: "{}"
    case .array: "[]"
    case .string: quoted(entry.value.string ?? "")
    case .null, .boolean: entry.value.text
    case .number:
      if let model = entry.model, model == entry.value { model.text } else { entry.value.text }
    }
  }

  private static func elements(of entry: Entry) -> [Entry] {
    var models = entry.model?.elements.makeIterator()
    var model: JSONValue?
    return entry.value.elements.map { element in
      // Elements without a counterpart are most like the last one.
      model = models?.next() ?? model
      return Entry(key: nil, value: element, model: model)
    }
  }

  private static func members(of entry: Entry) -> [Entry] {
    var places: [String: (place: Int, value: JSONValue)] = [:]
    if let model = entry.model {
      for (place, member) in model.members.enumerated() {
        places[member.name] = (place, member.value)
      }
    }
    let members = entry.value.members.enumerated().map { place, member in
      let name = member.name
      let model = places[name]
      return (
        order: (model?.place ?? .max, place),
        entry: Entry(key: name, value: member.value, model: model?.value)
      )
    }
    return members.sorted { $0.order < $1.order }.map(\.entry)
  }
}
