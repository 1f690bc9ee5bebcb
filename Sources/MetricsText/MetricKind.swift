/// The types of metrics that Prometheus knows, as far as they are used here.
enum MetricKind: String, Sendable {
  case counter
  case gauge
  case histogram

  /// The name that a metric of this kind has in the text.
  func name(of label: String) -> String {
    let name = Self.legal(label, colonIsLegal: true)
    return self == .counter && !name.hasSuffix("_total") ? name + "_total" : name
  }

  /// The name with `_` in place of what it may not hold.
  static func legal(_ name: String, colonIsLegal: Bool) -> String {
    var legal = String(
      name.unicodeScalars.map { scalar in
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "_": Character(scalar)
        case ":" where colonIsLegal: ":"
        default: "_"
        }
      })
    if legal.isEmpty || legal.utf8.first.map({ (0x30...0x39).contains($0) }) == true {
      legal = "_" + legal
    }
    return legal
  }
}
