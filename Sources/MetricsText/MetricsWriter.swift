/// Writes metrics as Prometheus reads them.
struct MetricsWriter: Sendable {
  /// What was written so far.
  private(set) var text = ""

  /// Writes what comes before the series of a name.
  mutating func begin(_ name: String, _ kind: MetricKind, help: String?) {
    if let help {
      let escaped = help.unicodeScalars.reduce(into: "") { escaped, scalar in
        switch scalar {
        case "\\": escaped += "\\\\"
        case "\n": escaped += "\\n"
        default: escaped.unicodeScalars.append(scalar)
        }
      }
      text += "# HELP \(name) \(escaped)\n"
    }
    text += "# TYPE \(name) \(kind.rawValue)\n"
  }

  /// Writes one value.
  mutating func sample(_ name: String, _ labels: String, _ value: String) {
    text += labels.isEmpty ? "\(name) \(value)\n" : "\(name){\(labels)} \(value)\n"
  }

  /// A number as Go reads it.
  static func number(_ value: Double) -> String {
    if value.isNaN { return "NaN" }
    if value.isInfinite { return value < 0 ? "-Inf" : "+Inf" }
    // Beyond this not every whole number is a Double.
    if value == value.rounded(), abs(value) < 9_007_199_254_740_992 { return "\(Int64(value))" }
    return "\(value)"
  }
}
