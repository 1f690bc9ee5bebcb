import ArgumentParser
import ContractModel

/// A length of time: `500ms`, `5s`, `2m`, or a number of seconds.
struct DurationOption: ExpressibleByArgument {
  let duration: Duration

  init?(argument: String) {
    guard let duration = Duration(written: argument) else { return nil }
    self.duration = duration
  }

  init(_ duration: Duration) { self.duration = duration }

  var defaultValueDescription: String { "\(duration.components.seconds)s" }
}
