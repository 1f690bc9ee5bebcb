/// The data flow as a Mermaid graph: requests as lines, messages as dotted ones.
package struct SummaryMermaid {
  private let summary: IntegrationSummary

  /// Creates the graph of a summary.
  package init(_ summary: IntegrationSummary) { self.summary = summary }

  /// The graph, with a line end at the end.
  package func text() -> String {
    let flows = SummaryFlow.all(summary)
    let services = SummaryFlow.services(flows)
    let numbers = Dictionary(uniqueKeysWithValues: services.enumerated().map { ($1, $0) })
    var text = "flowchart LR\n"
    for (number, name) in services.enumerated() {
      text += "  s\(number)[\"\(Self.escaped(name))\"]\n"
    }
    for flow in flows {
      guard let source = numbers[flow.source], let target = numbers[flow.target] else { continue }
      let arrow = flow.isMessages ? "-.->" : "-->"
      text += "  s\(source) \(arrow)|\"\(Self.escaped(flow.label))\"| s\(target)\n"
    }
    let broken = flows.indices.filter { flows[$0].isBroken }.map(String.init)
    if !broken.isEmpty {
      text += "  linkStyle \(broken.joined(separator: ",")) stroke:#c0392b\n"
    }
    return text
  }

  /// A text in which only letters, digits and harmless signs are themselves, the rest their numbers.
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.capped(200).visible.unicodeScalars {
      let isPlain = scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      if isPlain || " -_.,/".unicodeScalars.contains(scalar) {
        escaped.unicodeScalars.append(scalar)
      } else {
        escaped += "#\(scalar.value);"
      }
    }
    return escaped
  }
}
