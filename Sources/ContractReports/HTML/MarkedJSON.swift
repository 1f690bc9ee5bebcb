import ContractModel
import JSONText

/// A JSON value in lines of which those are marked that a mismatch speaks of.
struct MarkedJSON {
  /// One line.
  struct Line: Hashable {
    /// The text.
    var text: String
    /// Whether a mismatch speaks of the value that starts in it.
    var isMarked: Bool
  }

  private static let mostLines = 1_000

  /// The lines, and at their end how many more there are.
  private(set) var lines: [Line] = []
  private var rest = 0
  private let marked: Set<String>

  /// Lays a text out, or gives `nil` when it is no JSON object or array.
  ///
  /// - Parameters:
  ///   - text: what may be JSON.
  ///   - marked: the paths of mismatches, e.g. `$.items[0].id`.
  init?(_ text: String, marked: Set<String>) {
    guard let first = text.utf8.first(where: { $0 > 0x20 }),
      first == UInt8(ascii: "{") || first == UInt8(ascii: "["),
      let root = try? JSONDocument(parsing: Array(text.utf8)).root
    else { return nil }
    self.marked = marked
    append(root, at: "$", after: "", before: "", level: 0)
    if rest > 0 { lines.append(Line(text: "… \(rest) more lines", isMarked: false)) }
  }

  private mutating func append(
    _ value: JSONValue, at path: String, after start: String, before end: String, level: Int
  ) {
    guard value.kind == .object || value.kind == .array, !value.isEmpty else {
      return add(start + value.description + end, path, level)
    }
    let isObject = value.kind == .object
    add(start + (isObject ? "{" : "["), path, level)
    var left = value.count
    if isObject {
      for member in value.members {
        left -= 1
        append(
          member.value, at: path + PathExpression.step(member.name),
          after: "\(JSONValue.string(member.name).description): ", before: left > 0 ? "," : "",
          level: level + 1)
      }
    } else {
      for (index, element) in value.elements.enumerated() {
        left -= 1
        append(
          element, at: "\(path)[\(index)]", after: "", before: left > 0 ? "," : "",
          level: level + 1)
      }
    }
    add((isObject ? "}" : "]") + end, nil, level)
  }

  private mutating func add(_ text: String, _ path: String?, _ level: Int) {
    guard lines.count < Self.mostLines else { return rest += 1 }
    let indentation = String(repeating: "  ", count: level)
    lines.append(Line(text: indentation + text, isMarked: path.map(marked.contains) ?? false))
  }
}
