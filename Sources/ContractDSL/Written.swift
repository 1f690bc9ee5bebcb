import ContractModel
import JSONText

/// An interaction as it was written, with what is wrong with it.
struct Written {
  let description: String
  let states: [ProviderState]
  let content: InteractionContent
  var problems: [String]

  init(
    _ description: String, _ states: [ProviderState], _ content: InteractionContent,
    _ problems: [String]
  ) {
    self.description = description
    self.states = states
    self.content = content
    self.problems = problems
    if description.allSatisfy(\.isWhitespace) {
      self.problems.append("the description is empty; say what the request is for")
    }
    for state in states { check(state) }
  }

  private mutating func check(_ state: ProviderState) {
    if state.name.isEmpty { problems.append("the name of a provider state is empty") }
    guard let parameters = state.parameters else { return }
    let place = "the parameters of the state '\(state.name)'"
    if parameters.kind != .object {
      problems.append("\(place): expected an object, found \(parameters)")
    }
    problems += parameters.repeatedKeys.map { "\(place): the key '\($0)' stands twice" }
  }

  /// What is wrong, as one diagnostic at the line of the Swift source.
  static func diagnostic(
    _ problems: [String], _ description: String, _ location: FileLocation
  ) -> Diagnostic {
    Diagnostic(
      .error, "'\(description)': \(problems.joined(separator: "; "))", file: location.file,
      position: JSONPosition(line: location.line, column: 1))
  }
}

extension JSONValue {
  /// The keys that stand twice in an object, at any depth.
  var repeatedKeys: [String] {
    var seen: Set<ExactText> = []
    var repeated: [String] = []
    for member in members {
      if !seen.insert(ExactText(member.name)).inserted { repeated.append(member.name) }
      repeated += member.value.repeatedKeys
    }
    for element in elements { repeated += element.repeatedKeys }
    return repeated
  }
}
