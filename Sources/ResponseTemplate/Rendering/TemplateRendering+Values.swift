import JSONPath
import JSONText

extension TemplateRendering {
  /// The value of an expression.
  mutating func value(_ expression: TemplateExpression) throws(TemplateFailure) -> TemplateValue {
    try spend()
    switch expression {
    case .literal(let value): return value
    case .path(let path): return try value(path)
    case .call(let call): return try run(call, nil)
    }
  }

  /// Runs a helper.
  mutating func run(
    _ call: TemplateCall, _ block: TemplateBlock?
  ) throws(TemplateFailure) -> TemplateValue {
    var arguments: [TemplateValue] = []
    var compiled: [Int: CompiledLiteral] = [:]
    for (index, argument) in call.arguments.enumerated() {
      arguments.append(try value(argument.expression))
      compiled[index] = argument.compiled
    }
    var options: [String: TemplateValue] = [:]
    var compiledOptions: [String: CompiledLiteral] = [:]
    for (name, argument) in call.options {
      options[name] = try value(argument.expression)
      compiledOptions[name] = argument.compiled
    }
    for argument in arguments { try spend(argument.weight) }
    let result = try call.helper.work(
      &self,
      HelperCall(
        name: call.helper.name, arguments: arguments, compiled: compiled, options: options,
        compiledOptions: compiledOptions, block: block))
    try spend(result.weight)
    if case .sequence(let list) = result, list.depth > TemplateList.depthLimit {
      throw TemplateFailure(
        "lists lie in each other more than \(TemplateList.depthLimit) levels deep", isLimit: true)
    }
    return result
  }

  private mutating func value(_ path: TemplatePath) throws(TemplateFailure) -> TemplateValue {
    try spend(path.names.count)
    let place = frames.count - 1 - path.up
    guard place >= 0 else { return .missing }
    var names = path.names[...]
    if path.isData {
      guard let name = names.popFirst() else { return .missing }
      if name == "root" { return follow(names, from: root) }
      let value = frames[...place].last { $0.data[name] != nil }?.data[name] ?? .missing
      return follow(names, from: value)
    }
    if path.isLocal || names.isEmpty { return follow(names, from: frames[place].this ?? root) }
    let first = names.removeFirst()
    return follow(names, from: find(first, upFrom: place))
  }

  private func follow(_ names: ArraySlice<String>, from value: TemplateValue) -> TemplateValue {
    names.reduce(value) { $0.member($1) }
  }

  /// What a name stands for: in the innermost context that has it.
  private func find(_ name: String, upFrom place: Int) -> TemplateValue {
    for frame in frames[...place].reversed() {
      if let value = frame.names[name] { return value }
      if let value = frame.this?.member(name), !value.isMissing { return value }
    }
    if let value = variables[name] { return value }
    return rootMember(name)
  }

  private func rootMember(_ name: String) -> TemplateValue {
    switch name {
    case "request", "originalRequest": return .request(context.request)
    case "parameters": return context.parameters.map { TemplateValue($0) } ?? .missing
    default:
      let value = context.values.last { $0.name == name }?.value
      return value.map { TemplateValue($0) } ?? .missing
    }
  }

  private var root: TemplateValue {
    .object(
      ["request", "parameters"].map { ($0, rootMember($0)) }
        + context.values.map { ($0.name, TemplateValue($0.value)) })
  }

  /// A value as JSON: a text is parsed.
  mutating func json(_ value: TemplateValue, _ helper: String) throws(TemplateFailure) -> JSONValue
  {
    guard case .text = value else {
      if case .texts = value { return try parse(value.text, helper) }
      return value.json
    }
    return try parse(value.text, helper)
  }

  private mutating func parse(_ text: String, _ helper: String) throws(TemplateFailure) -> JSONValue
  {
    if let parsed, parsed.text.isExactly(text) { return parsed.value }
    do {
      let value = try JSONValue(parsing: text)
      parsed = (text, value)
      return value
    } catch {
      throw TemplateFailure(
        "\(helper): the text is not valid JSON: \(error.position): \(error.message)")
    }
  }

  /// The JSONPath of an argument, compiled when the template was or now.
  func path(
    _ compiled: CompiledLiteral?, _ value: TemplateValue
  ) throws(TemplateFailure) -> JSONPath {
    if case .path(let path) = compiled { return path }
    do { return try JSONPath(value.text) } catch { throw TemplateFailure(error.description) }
  }

  /// What a JSONPath finds.
  mutating func find(_ path: JSONPath, in json: JSONValue) throws(TemplateFailure) -> JSONPathResult
  {
    do { return try path.evaluate(json, stepLimit: max(steps, 1)) } catch {
      throw TemplateFailure(error.description, isLimit: true)
    }
  }
}
