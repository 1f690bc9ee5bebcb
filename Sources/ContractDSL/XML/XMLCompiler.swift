import ContractModel
import JSONText

/// Makes of XML what a contract file has: an example, rules and generators by path.
struct XMLCompiler {
  /// Where an element stands.
  struct Place {
    var path: [PathExpression.Token]
    /// The address of each prefix; that of the empty one is for elements without a prefix.
    var namespaces: [String: String] = [:]
    /// A rule stands above: literals need one of their own to be exact.
    var isRestoring = false
  }

  var compilation: Compilation
  private var text = #"<?xml version="1.0" encoding="UTF-8"?>"#

  init(compilation: Compilation) { self.compilation = compilation }

  /// Compiles a document.
  ///
  /// - Parameter base: where it stands in the body.
  /// - Returns: the example.
  mutating func compile(_ root: XMLPattern, at base: [PathExpression.Token]) -> String {
    if root.bounds != nil {
      compilation.report("the root of XML is one element, not '.each'", at: "body")
    }
    visit(root, Place(path: base), index: nil)
    return text
  }

  /// - Parameter index: which of several elements of that name it is.
  private mutating func visit(_ element: XMLPattern, _ parent: Place, index: Int?) {
    var place = parent
    for entry in element.attributes.entries {
      let value = entry.value.compiled().example
      if entry.name == "xmlns" { place.namespaces[""] = value }
      if entry.name.hasPrefix("xmlns:") {
        place.namespaces[String(entry.name.dropFirst(6))] = value
      }
    }
    checkName(element.name, place)
    place.path.append(.key(expanded(element.name, place, isAttribute: false)))
    guard let bounds = element.bounds else {
      if let index { place.path.append(.index(index)) }
      write(element, place)
      return
    }
    report(bounds.problem(exampleCount: bounds.exampleCount), place.path)
    compilation.add(RuleList([Rule.type(bounds)]), .body, selector(place.path))
    place.path.append(.anyElement)
    place.isRestoring = true
    write(element, place)
    let (rules, generators, problems) = (
      compilation.rules, compilation.generators, compilation.problems
    )
    for _ in 1..<bounds.exampleCount { write(element, place) }
    (compilation.rules, compilation.generators, compilation.problems) = (
      rules, generators, problems
    )
  }

  private mutating func write(_ element: XMLPattern, _ place: Place) {
    text += "<\(element.name)"
    var names: Set<ExactText> = []
    for entry in element.attributes.entries {
      checkName(entry.name, place)
      if !names.insert(ExactText(entry.name)).inserted {
        report("the attribute '\(entry.name)' stands twice", place.path)
      }
      let isDeclaration = entry.name == "xmlns" || entry.name.hasPrefix("xmlns:")
      let name = "@" + expanded(entry.name, place, isAttribute: true)
      let value = example(
        entry.value, place.path + [.key(name)], place.isRestoring && !isDeclaration)
      text += " \(entry.name)=\"\(escaped(value))\""
    }
    text += ">"
    switch element.content {
    case .text(let pattern):
      text += escaped(example(pattern, place.path + [.key("#text")], place.isRestoring))
    case .children(let children): write(children, place)
    }
    text += "</\(element.name)>"
  }

  private mutating func write(_ children: [XMLPattern], _ place: Place) {
    let counts = Dictionary(grouping: children, by: \.name).mapValues(\.count)
    var indices: [String: Int] = [:]
    for child in children {
      let index = indices[child.name, default: 0]
      indices[child.name] = index + 1
      let isAlone = counts[child.name] == 1
      if !isAlone, child.bounds != nil {
        report("'.each' of '\(child.name)' stands beside others of that name", place.path)
      }
      visit(child, place, index: isAlone ? nil : index)
    }
  }

  /// Adds the rules and the generator of a text, and gives its example.
  private mutating func example(
    _ pattern: TextPattern, _ path: [PathExpression.Token], _ isRestoring: Bool
  ) -> String {
    let compiled = pattern.compiled()
    for problem in compiled.problems { report(problem, path) }
    if let scalar = compiled.example.unicodeScalars.first(where: isForbidden) {
      report("U+\(String(scalar.value, radix: 16, uppercase: true)) cannot stand in XML", path)
    }
    let list =
      isRestoring && compiled.list.isEmpty && !(compiled.example.isEmpty && pattern.isLiteral)
      ? RuleList([Rule.equality]) : compiled.list
    compilation.add(list, .body, selector(path))
    compilation.add(compiled.generator, .body, selector(path))
    return compiled.example
  }

  private func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 && scalar != "\t" && scalar != "\n" && scalar != "\r"
      || scalar.value == 0xFFFE || scalar.value == 0xFFFF
  }

  // MARK: - Names and places

  /// The name as paths have it: the address of its namespace in place of the prefix.
  private func expanded(_ name: String, _ place: Place, isAttribute: Bool) -> String {
    guard let colon = name.firstIndex(of: ":") else {
      guard !isAttribute, let address = place.namespaces[""], !address.isEmpty else { return name }
      return "\(address):\(name)"
    }
    guard let address = place.namespaces[String(name[..<colon])] else { return name }
    return "\(address)\(name[colon...])"
  }

  private mutating func checkName(_ name: String, _ place: Place) {
    let isStart = name.unicodeScalars.first.map { $0.properties.isAlphabetic || $0 == "_" } ?? false
    let isRest = name.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || "0123456789_-.:·".unicodeScalars.contains($0)
    }
    guard isStart, isRest, !name.hasSuffix(":"), name.split(separator: ":").count < 3 else {
      report("'\(name)' is no name in XML", place.path)
      return
    }
    guard let colon = name.firstIndex(of: ":"), name[..<colon] != "xmlns", name[..<colon] != "xml"
    else { return }
    if place.namespaces[String(name[..<colon])] == nil {
      report("the prefix of '\(name)' is not declared; add an attribute 'xmlns:…'", place.path)
    }
  }

  private func selector(_ path: [PathExpression.Token]) -> String {
    PathExpression(path).description
  }

  private mutating func report(_ problem: String?, _ path: [PathExpression.Token]) {
    guard let problem else { return }
    compilation.report(problem, at: "body at '\(selector(path))'")
  }

  private func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "\t", "\n", "\r": escaped += "&#\(scalar.value);"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
