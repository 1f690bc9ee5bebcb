/// The difference of a mismatch's two values, laid out as what they are.
///
/// JSON is pretty-printed and compared by member, XML by element, other text by line; two long
/// single lines are shown with a `^` under their first difference. There are no lines where the
/// message tells all: for two scalars, for short texts, for binary content, and where one side has
/// nothing at all.
///
/// The order of a JSON object's members does not count, unless a side was cut: then members are
/// compared in the order in which they stand, up to the cut. A diff knows no matching rules: values
/// that a rule lets pass differ in it, too.
///
/// The texts of the lines have their control characters escaped and are cut when they are long.
enum PartDiff {
  private static let shortest = 60
  private static let longestLine = 200
  /// The digits of the 32 bytes that are shown of a binary content.
  private static let longestDump = 64

  /// The lines of the diff.
  ///
  /// - Parameters:
  ///   - expected: what a contract expects, possibly cut at its end; see ``CutText``.
  ///   - actual: what came, likewise.
  static func lines(expected: String, actual: String) -> [DiffLine] {
    guard !expected.isEmpty, !actual.isEmpty, !isBinary(expected, actual) else { return [] }
    let (expected, actual) = (CutText(expected), CutText(actual))
    let isXML = XMLLayout.isXML(expected) && XMLLayout.isXML(actual)
    if isXML { return text(XMLLayout.layout(of: expected), XMLLayout.layout(of: actual)) }
    let (left, right) = (JSONPart(expected), JSONPart(actual))
    if left?.hasContent == true || right?.hasContent == true {
      return readable(
        LineDiff.lines(
          expected: left?.layout() ?? JSONPart.layout(of: expected),
          actual: right?.layout(like: left) ?? JSONPart.layout(of: actual),
          separator: UInt8(ascii: ",")))
    }
    if left != nil, right != nil { return [] }
    return text(Layout(plain: expected), Layout(plain: actual))
  }

  private static func text(_ expected: Layout, _ actual: Layout) -> [DiffLine] {
    guard expected.lines.count == 1, actual.lines.count == 1 else {
      return readable(LineDiff.lines(expected: expected, actual: actual))
    }
    let lines = LineDiff.lines(expected: expected, actual: actual)
    guard case .removed(let left)? = lines.first, case .added(let right)? = lines.dropFirst().first,
      max(left.count, right.count) > shortest
    else { return [] }
    let pair = LinePair(left.visible, right.visible)
    return [.removed(pair.expected), .added(pair.actual)]
      + (pair.column.map { [.pointer(column: $0)] } ?? [])
  }

  /// Whether the values are of binary content: dumps of bytes, or with a byte that no text has.
  private static func isBinary(_ expected: String, _ actual: String) -> Bool {
    let dumps = [expected, actual].filter { isDump($0) }
    return dumps.count == 2 || dumps.contains { $0.utf8.count == longestDump }
      || expected.utf8.contains(0) || actual.utf8.contains(0)
  }

  /// Whether a value looks like the first bytes of a content in hexadecimal.
  private static func isDump(_ value: String) -> Bool {
    value.utf8.count <= longestDump && value.utf8.count.isMultiple(of: 2)
      && value.utf8.allSatisfy { byte in
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
          || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
      }
  }

  /// The lines without control characters and not too long.
  private static func readable(_ lines: [DiffLine]) -> [DiffLine] {
    var shown: [DiffLine] = []
    var rest = lines[...]
    while let line = rest.first {
      let removed = rest.prefix { $0.sign == "-" }
      let added = rest.dropFirst(removed.count).prefix { $0.sign == "+" }
      rest = rest.dropFirst(max(removed.count + added.count, 1))
      if case .equal(let text) = line {
        shown.append(.equal(short(text)))
      } else if removed.isEmpty, added.isEmpty {
        shown.append(line)
      } else {
        append(removed.map(\.text), added.map(\.text), to: &shown)
      }
    }
    return shown
  }

  /// Appends a change; the lines that stand in the place of each other show what differs in them.
  private static func append(
    _ removed: [String], _ added: [String], to lines: inout [DiffLine]
  ) {
    let pairs = zip(removed, added).map { LinePair($0.visible, $1.visible) }
    lines += pairs.map { .removed($0.expected) }
    lines += removed.dropFirst(pairs.count).map { .removed(short($0)) }
    lines += pairs.map { .added($0.actual) }
    lines += added.dropFirst(pairs.count).map { .added(short($0)) }
  }

  private static func short(_ line: String) -> String { line.capped(longestLine).visible }
}
