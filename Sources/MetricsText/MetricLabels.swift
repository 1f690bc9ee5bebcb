/// The labels of a metric, sorted by their names, of which each is there once.
struct MetricLabels: Sendable, Hashable, Comparable {
  /// The labels as they stand between the braces.
  let text: String

  /// Takes labels; of several with one name the last counts.
  init(_ dimensions: [(String, String)]) {
    var values: [String: String] = [:]
    for (name, value) in dimensions {
      let name = MetricKind.legal(name, colonIsLegal: false)
      // The name of the buckets' own label.
      values[name == "le" ? "exported_le" : name] = value
    }
    text = values.sorted { $0.key < $1.key }.map { "\($0.key)=\"\(Self.escaped($0.value))\"" }
      .joined(separator: ",")
  }

  /// The labels with the one of a bucket.
  func bucket(_ bound: Double) -> String {
    (text.isEmpty ? "" : text + ",") + "le=\"\(MetricsWriter.number(bound))\""
  }

  static func < (left: MetricLabels, right: MetricLabels) -> Bool { left.text < right.text }

  private static func escaped(_ value: String) -> String {
    var escaped = ""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\\": escaped += "\\\\"
      case "\"": escaped += "\\\""
      case "\n": escaped += "\\n"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
