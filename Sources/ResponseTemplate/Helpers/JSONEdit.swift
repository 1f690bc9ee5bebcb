import JSONText

/// Writes a JSON value anew with some places changed.
struct JSONEdit {
  private let removed: Set<UInt32>
  private let arrays: [UInt32: [JSONValue]]

  /// An edit that leaves places out, by their nodes.
  init(removing: Set<UInt32>) { (removed, arrays) = (removing, [:]) }

  /// An edit that gives arrays other elements, by their nodes.
  init(replacing: [UInt32: [JSONValue]]) { (removed, arrays) = ([], replacing) }

  /// The text of a value with the changes.
  func apply(to root: JSONValue) -> String {
    var writer = JSONWriter(style: .compact)
    write(root, to: &writer)
    return writer.text
  }

  private func write(_ value: JSONValue, to writer: inout JSONWriter) {
    switch value.kind {
    case .array:
      writer.array { writer in
        if let elements = arrays[value.node] {
          for element in elements { writer.value(element) }
        } else {
          for element in value.elements where !removed.contains(element.node) {
            write(element, to: &writer)
          }
        }
      }
    case .object:
      writer.object { writer in
        for member in value.members where !removed.contains(member.value.node) {
          writer.key(member.name)
          write(member.value, to: &writer)
        }
      }
    default: writer.value(value)
    }
  }
}

/// Merges objects, deeply, and orders values.
enum JSONMerge {
  /// Writes an object with the members of another over its own.
  static func write(
    _ base: JSONValue, _ addition: JSONValue, removesNulls: Bool, to writer: inout JSONWriter
  ) {
    writer.object { writer in
      for member in base.members {
        let other = addition[member.name]
        let value = other ?? member.value
        if removesNulls, value.isNull { continue }
        writer.key(member.name)
        if let other, other.kind == .object, member.value.kind == .object {
          write(member.value, other, removesNulls: removesNulls, to: &writer)
        } else {
          writer.value(value)
        }
      }
      for member in addition.members where base[member.name] == nil {
        if removesNulls, member.value.isNull { continue }
        writer.member(member.name, member.value)
      }
    }
  }

  /// Whether one value comes before another: missing ones first, numbers by value, then texts.
  static func precedes(_ left: TemplateValue, _ right: TemplateValue) -> Bool {
    if left.isMissing || right.isMissing { return left.isMissing && !right.isMissing }
    if let mine = left.number, let theirs = right.number { return mine < theirs }
    return left.text.utf16.lexicographicallyPrecedes(right.text.utf16)
  }
}
