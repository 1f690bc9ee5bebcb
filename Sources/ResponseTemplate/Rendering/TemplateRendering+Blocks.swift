extension TemplateRendering {
  /// Prints the body of a block with a value as context.
  mutating func with(
    _ value: TemplateValue, _ block: TemplateBlock
  ) throws(TemplateFailure) {
    var frame = TemplateFrame(this: value)
    if let name = block.parameters.first { frame.names[name] = value }
    frames.append(frame)
    defer { frames.removeLast() }
    try render(block.body)
  }

  /// Prints the body of a block for each element or member, or the other body.
  mutating func each(
    _ value: TemplateValue, _ block: TemplateBlock
  ) throws(TemplateFailure) {
    let items: [(name: String?, value: TemplateValue)]
    if let elements = value.elements {
      items = elements.map { (nil, $0) }
    } else {
      items = (value.members ?? []).map { ($0.name, $0.value) }
    }
    if items.isEmpty { return try render(block.inverse) }
    try spend(items.count)
    for (index, item) in items.enumerated() {
      var frame = TemplateFrame(this: item.value)
      frame.data = [
        "index": .integer(index), "key": item.name.map { .text($0) } ?? .integer(index),
        "first": .boolean(index == 0), "last": .boolean(index == items.count - 1),
        "odd": .boolean(index % 2 == 1), "even": .boolean(index % 2 == 0),
      ]
      let extra: TemplateValue = item.name.map { .text($0) } ?? .integer(index)
      for (name, value) in zip(block.parameters, [item.value, extra]) { frame.names[name] = value }
      frames.append(frame)
      defer { frames.removeLast() }
      try render(block.body)
    }
  }
}

extension TemplateValue {
  /// Whether the value is a list only in name: a field that was sent once, or a path.
  var isSingle: Bool {
    switch self {
    case .texts(let texts): texts.count == 1
    case .path: true
    default: false
    }
  }

  /// The value as Java prints it: lists as `[a, b]`, objects as `{a=1}`.
  var javaText: String {
    switch self {
    case .sequence(let list): return "[\(list.elements.map(\.javaText).joined(separator: ", "))]"
    case .object(let members):
      return "{\(members.map { "\($0.name)=\($0.value.javaText)" }.joined(separator: ", "))}"
    case .json(let json): return JacksonText.pretty(json)
    default: return text
    }
  }
}
