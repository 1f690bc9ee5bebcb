/// A helper: what it takes, and what it does.
struct TemplateHelper: Sendable {
  /// Does the work; a block helper prints its body and gives nothing.
  typealias Work =
    @Sendable (inout TemplateRendering, HelperCall) throws(TemplateFailure) -> TemplateValue

  /// Where a helper may stand.
  enum Form: Sendable {
    case inline, block, both
  }

  /// What an argument or option has to be.
  enum LiteralKind: Sendable {
    case path, pattern, date, xPath, soapXPath, zone, offset
  }

  let name: String
  let form: Form
  let arity: ClosedRange<Int>
  let options: Set<String>
  /// Which arguments are compiled, by place.
  let literals: [Int: LiteralKind]
  let work: Work

  /// Creates a helper.
  init(
    _ name: String, _ arity: ClosedRange<Int>, options: Set<String> = [], form: Form = .inline,
    literals: [Int: LiteralKind] = [:], _ work: @escaping Work
  ) {
    self.name = name
    self.form = form
    self.arity = arity
    self.options = options
    self.literals = literals
    self.work = work
  }

  private static let dateHelpers: Set<String> = ["now", "date", "parseDate"]

  /// What an option is compiled into.
  func literal(option: String) -> LiteralKind? {
    switch option {
    case "format" where Self.dateHelpers.contains(name): .date
    case "offset": .offset
    case "timezone": .zone
    case "jsonPath": .path
    default: nil
    }
  }

  /// A helper that is true or false: as a block it prints one of its two bodies.
  static func condition(
    _ name: String, _ arity: ClosedRange<Int>, literals: [Int: LiteralKind] = [:],
    _ test:
      @escaping @Sendable (inout TemplateRendering, HelperCall) throws(TemplateFailure) -> Bool
  ) -> TemplateHelper {
    TemplateHelper(name, arity, options: ["yes", "no"], form: .both, literals: literals) {
      rendering, call throws(TemplateFailure) in
      let holds = try test(&rendering, call)
      guard let block = call.block else {
        return call.options[holds ? "yes" : "no"] ?? .boolean(holds)
      }
      try rendering.render(holds ? block.body : block.inverse)
      return .missing
    }
  }
}

/// One use of a helper, its arguments evaluated.
struct HelperCall {
  let name: String
  let arguments: [TemplateValue]
  let compiled: [Int: CompiledLiteral]
  let options: [String: TemplateValue]
  let compiledOptions: [String: CompiledLiteral]
  let block: TemplateBlock?

  /// An argument, or nothing.
  subscript(index: Int) -> TemplateValue {
    index < arguments.count ? arguments[index] : .missing
  }

  /// An option as an integer.
  func integer(_ name: String) throws(TemplateFailure) -> Int? {
    guard let value = options[name], !value.isMissing else { return nil }
    guard let number = value.number, let integer = Int(exactly: number.rounded(.towardZero)) else {
      throw TemplateFailure("\(self.name): '\(name)' must be an integer, not '\(value.text)'")
    }
    return integer
  }

  /// An option as a text.
  func text(_ name: String) -> String? {
    options[name].flatMap { $0.isMissing ? nil : $0.text }
  }

  /// Whether an option is set.
  func flag(_ name: String) -> Bool {
    guard let value = options[name] else { return false }
    return value.text == "true"
  }
}
