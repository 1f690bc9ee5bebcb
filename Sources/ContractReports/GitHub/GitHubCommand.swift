/// A command of a GitHub workflow: a line of standard output that GitHub shows as an annotation.
enum GitHubCommand {
  /// The line of an annotation.
  ///
  /// - Parameters:
  ///   - name: `error` or `warning`.
  ///   - properties: where it is shown and under which title; those without a value are left out.
  ///   - message: the text; it may have several lines.
  static func line(
    _ name: StaticString, _ properties: [(name: String, value: String?)], _ message: String
  ) -> String {
    var list: [String] = []
    for case (let name, let value?) in properties {
      list.append("\(name)=\(escaped(value, inProperty: true))")
    }
    let separator = list.isEmpty ? "" : " "
    return "::\(name)\(separator)\(list.joined(separator: ","))::"
      + escaped(message, inProperty: false)
  }

  /// Escapes what would end the line, the property or the list of properties.
  private static func escaped(_ text: String, inProperty: Bool) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": escaped += "%25"
      case "\r": escaped += "%0D"
      case "\n": escaped += "%0A"
      case ":" where inProperty: escaped += "%3A"
      case "," where inProperty: escaped += "%2C"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
