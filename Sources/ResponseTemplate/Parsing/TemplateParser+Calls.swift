import ContractMatching
import JSONPath

extension TemplateParser {
  /// A helper with what it is given, checked.
  func call(
    _ helper: TemplateHelper, _ arguments: [PlacedArgument], _ hash: [PlacedOption], at start: Int
  ) throws(TemplateError) -> TemplateCall {
    guard helper.arity.contains(arguments.count) else {
      let wanted = Self.count(helper.arity)
      throw error("'\(helper.name)' needs \(wanted), not \(arguments.count)", start)
    }
    try checkAccess(helper, at: start)
    var compiled: [TemplateArgument] = []
    for (index, argument) in arguments.enumerated() {
      let kind = helper.literals[index]
      compiled.append(try self.argument(argument.expression, kind, at: argument.place))
    }
    var options: [(name: String, argument: TemplateArgument)] = []
    for option in hash {
      guard helper.options.contains(option.name) || self.options.isCompatible else {
        throw error(Self.unknown(option: option.name, of: helper), option.place)
      }
      let kind = helper.literal(option: option.name)
      options.append((option.name, try argument(option.expression, kind, at: option.place)))
    }
    return TemplateCall(helper: helper, arguments: compiled, options: options)
  }

  private static func unknown(option: String, of helper: TemplateHelper) -> String {
    let known = helper.options.sorted().joined(separator: ", ")
    let rest = known.isEmpty ? "it takes none" : "it takes \(known)"
    return "'\(helper.name)' has no option '\(option)'; \(rest)"
  }

  /// How many arguments, in words.
  static func count(_ arity: ClosedRange<Int>) -> String {
    let few = arity.lowerBound
    if arity.upperBound >= 1_000 {
      return few == 1 ? "an argument or more" : "\(few) arguments or more"
    }
    if arity.count > 1 { return "\(few) to \(arity.upperBound) arguments" }
    return few == 1 ? "one argument" : few == 0 ? "no argument" : "\(few) arguments"
  }

  /// Refuses what would need access that the options do not give.
  private func checkAccess(_ helper: TemplateHelper, at start: Int) throws(TemplateError) {
    if helper.name == "systemValue", options.systemValue == nil {
      throw error(
        "'systemValue' would read the environment of the machine, which templates may not", start)
    }
    if helper.name == "xPath" || helper.name == "soapXPath", options.xPath == nil {
      throw error("'\(helper.name)' is not available here", start)
    }
  }

  /// Compiles a literal that has to be more than a text.
  private func argument(
    _ expression: TemplateExpression, _ kind: TemplateHelper.LiteralKind?, at place: Int
  ) throws(TemplateError) -> TemplateArgument {
    guard let kind, case .literal(let value) = expression else {
      return TemplateArgument(expression: expression)
    }
    do {
      let compiled = try LiteralCompiler(options: options).compile(value.text, kind)
      return TemplateArgument(expression: expression, compiled: compiled)
    } catch {
      throw self.error(error.message, place)
    }
  }
}

/// Compiles texts that are more than texts to a helper.
struct LiteralCompiler {
  let options: TemplateOptions

  /// Compiles a text.
  ///
  /// - Returns: `nil` when it is only checked.
  /// - Throws: what is wrong with it.
  func compile(
    _ text: String, _ kind: TemplateHelper.LiteralKind
  ) throws(TemplateFailure) -> CompiledLiteral? {
    switch kind {
    case .path:
      do { return .path(try JSONPath(text)) } catch { throw TemplateFailure(error.description) }
    case .pattern:
      guard let pattern = SearchExpression(text, isWhole: false) else {
        throw TemplateFailure("the regular expression '\(text)' is not valid")
      }
      return .pattern(pattern)
    case .date:
      if ["unix", "epoch"].contains(text) { return nil }
      do { return .date(try DateTimePattern(text)) } catch {
        throw TemplateFailure(error.message)
      }
    case .xPath, .soapXPath:
      let soap = "/*[local-name()='Envelope']/*[local-name()='Body']"
      do {
        guard let xPath = try options.xPath?(kind == .soapXPath ? soap + text : text) else {
          return nil
        }
        return .xPath(xPath)
      } catch { throw TemplateFailure("\(error)") }
    case .zone:
      _ = try DateFormatting.offset(ofZone: text, at: 0, options)
      return nil
    case .offset:
      _ = try DateShift(text)
      return nil
    }
  }
}
