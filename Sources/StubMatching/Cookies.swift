package import ContractModel

/// The cookies of a request.
package enum Cookies {
  /// Reads header fields `Cookie`.
  ///
  /// - Returns: each name once, with all of its values.
  package static func fields(_ lines: [String]) -> [Field] {
    var fields: [Field] = []
    for line in lines {
      for pair in line.split(separator: ";") {
        let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let name = trim(parts[0])
        guard !name.isEmpty else { continue }
        var value = parts.count > 1 ? trim(parts[1]) : ""
        if value.count >= 2, value.hasPrefix("\""), value.hasSuffix("\"") {
          value = String(value.dropFirst().dropLast())
        }
        if let place = fields.firstIndex(where: { $0.name == name }) {
          fields[place].values.append(value)
        } else {
          fields.append(Field(name, [value]))
        }
      }
    }
    return fields
  }

  private static func trim(_ text: Substring) -> String {
    let start = text.drop { $0 == " " || $0 == "\t" }
    let end = start.lastIndex { $0 != " " && $0 != "\t" }
    return end.map { String(start[...$0]) } ?? ""
  }
}
