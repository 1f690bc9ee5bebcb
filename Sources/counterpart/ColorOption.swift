import ArgumentParser

/// When text is coloured.
enum ColorOption: String, ExpressibleByArgument, CaseIterable {
  case auto, always, never

  /// Whether standard output is coloured: by itself only on a terminal, and not with `NO_COLOR`.
  var isOn: Bool {
    switch self {
    case .always: true
    case .never: false
    case .auto:
      Terminal.isOutputTerminal && (Terminal.environment("NO_COLOR") ?? "").isEmpty
        && Terminal.environment("TERM") != "dumb"
    }
  }
}
