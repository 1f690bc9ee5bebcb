package import ContractModel
package import JSONText

/// A configuration file as a JSON value whose parts know where they stand in the file.
package struct ConfigurationText: Sendable {
  /// The file's path as it was given.
  package let file: String
  /// What the file says.
  package let root: JSONValue
  /// The places of the nodes of a YAML file, in the order of the text; `nil` for JSON.
  private let positions: [JSONPosition]?

  /// Reads a text.
  ///
  /// - Parameters:
  ///   - bytes: the text, UTF-8; YAML when the name of the file ends so, JSON otherwise.
  ///   - file: the file's path, for diagnostics.
  /// - Throws: what is wrong with the text, and where.
  package init(_ bytes: [UInt8], file: String) throws(Diagnostic) {
    self.file = file
    if Self.isYAML(file) {
      let yaml = try YAMLReader.read(bytes, file: file)
      var places: [JSONPosition] = []
      root = JSONValue.make { yaml.write(to: &$0, places: &places) }
      positions = places
    } else {
      do {
        root = try JSONDocument(parsing: bytes).root
        positions = nil
      } catch {
        throw Diagnostic(.error, "not JSON: \(error.message)", file: file, position: error.position)
      }
    }
  }

  private static func isYAML(_ file: String) -> Bool {
    file.hasSuffix(".yaml") || file.hasSuffix(".yml")
  }

  /// Where a part of the file stands in it.
  package func position(of value: JSONValue) -> JSONPosition {
    guard let positions else { return value.position }
    let node = Int(value.node)
    return positions.indices.contains(node) ? positions[node] : JSONPosition(line: 1, column: 1)
  }

  /// An error about a part of the file.
  func error(_ message: String, at value: JSONValue) -> Diagnostic {
    Diagnostic(.error, message, file: file, position: position(of: value))
  }
}
