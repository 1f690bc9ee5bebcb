import ArgumentParser

/// A length of time: `500ms`, `5s`, `2m`, or a number of seconds.
struct DurationOption: ExpressibleByArgument {
  let duration: Duration

  init?(argument: String) {
    let units: [(String, Double)] = [("ms", 0.001), ("s", 1), ("m", 60), ("", 1)]
    for (unit, factor) in units where argument.hasSuffix(unit) {
      guard let number = Double(argument.dropLast(unit.count)), number >= 0, number <= 86_400 else {
        return nil
      }
      duration = .milliseconds(Int64((number * factor * 1_000).rounded()))
      return
    }
    return nil
  }

  init(_ duration: Duration) { self.duration = duration }

  var defaultValueDescription: String { "\(duration.components.seconds)s" }
}
