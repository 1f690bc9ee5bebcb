import JSONPath
import JSONText

/// JSONPaths are compiled and evaluated without a crash and without end; an error names a column in the path.
///
/// An input is a path, perhaps with a byte 0xFF and a document behind it.
enum JSONPathTarget {
  private static let document = """
    {"a": [1, 2.50, "x", null, {"b": [true, {"c": "é"}]}], "price": 7, "n": {"x y": []}}
    """

  static func run(_ input: [UInt8]) -> String? {
    let parts = input.split(separator: 0xFF, maxSplits: 1, omittingEmptySubsequences: false)
    let text = String(decoding: parts[0], as: UTF8.self)
    let path: JSONPath
    do {
      path = try JSONPath(text)
    } catch {
      let columns = 1...text.unicodeScalars.count + 1
      return columns.contains(error.column) ? nil : "column \(error.column) of '\(text)'"
    }
    let given = parts.count > 1 ? try? JSONDocument(parsing: Array(parts[1])) : nil
    guard let root = given?.root ?? (try? JSONValue(parsing: document)) else { return nil }
    guard let result = try? path.evaluate(root, stepLimit: 20_000) else { return nil }
    if case .values = result, path.isDefinite { return "a definite path gave a list: '\(text)'" }
    return nil
  }
}
