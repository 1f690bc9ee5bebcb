/// What the arguments of a command say already, so that nothing is added to it.
package struct GivenArguments: Sendable, Hashable {
  /// The arguments without those that are about the configuration.
  package private(set) var rest: [String] = []
  /// The file of `--config`.
  package private(set) var file: String?
  /// The environment of `--env`.
  package private(set) var environment: String?
  /// What each option is given as.
  package private(set) var values: [String: [String]] = [:]
  /// Whether help or the version is asked for.
  package private(set) var asksForHelp = false
  /// The option about the configuration whose value is missing.
  package private(set) var incomplete: String?

  /// Reads arguments.
  ///
  /// - Parameters:
  ///   - arguments: what stands behind the command's name.
  ///   - options: the options of the command. One that is called `config` or `env` itself keeps its
  ///     meaning here.
  package init(_ arguments: [String], options: [OptionDefinition]) {
    var words = arguments[...]
    while let word = words.popFirst() {
      if word == "--" {
        note(Array(words), of: options)
        rest += [word] + words
        break
      }
      if !takeConfiguration(word, &words, options) { take(word, &words, options) }
    }
  }

  private mutating func takeConfiguration(
    _ word: String, _ words: inout ArraySlice<String>, _ options: [OptionDefinition]
  ) -> Bool {
    for name in ["config", "env"] where !options.contains(where: { $0.name == name }) {
      var value: String?
      if word == "--\(name)" {
        value = words.popFirst()
        if value == nil { incomplete = word }
      } else if word.hasPrefix("--\(name)=") {
        value = String(word.dropFirst(name.count + 3))
      } else {
        continue
      }
      if name == "config" { file = value } else { environment = value }
      return true
    }
    return false
  }

  private mutating func take(
    _ word: String, _ words: inout ArraySlice<String>, _ options: [OptionDefinition]
  ) {
    rest.append(word)
    guard word.hasPrefix("-"), word != "-" else { return note([word], of: options) }
    if ["--help", "-h", "--version"].contains(word) { asksForHelp = true }
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let spelling = parts.first.map(String.init) ?? word
    guard let option = options.first(where: { $0.spellings.contains(spelling) }) else { return }
    var value = parts.count > 1 ? String(parts[1]) : nil
    if option.kind == .flag {
      value = option.inversion.map { spelling == "--\($0)" } == true ? "false" : "true"
    } else if value == nil, let next = words.popFirst() {
      rest.append(next)
      value = next
    }
    let values = values[option.name] ?? []
    self.values[option.name] = (option.isRepeating ? values : []) + [value ?? ""]
  }

  /// Notes arguments without a name.
  private mutating func note(_ words: [String], of options: [OptionDefinition]) {
    guard !words.isEmpty, let option = options.first(where: { $0.kind == .arguments }) else {
      return
    }
    values[option.name, default: []] += words
  }
}

extension GivenArguments {
  /// Takes over what stands before the command, where nothing behind it says otherwise.
  package mutating func inherit(_ leading: GivenArguments) {
    file = file ?? leading.file
    environment = environment ?? leading.environment
  }
}
