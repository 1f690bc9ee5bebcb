extension Duration {
  /// A length of time as people write it: `500ms`, `5s`, `2m`, or a number of seconds.
  ///
  /// - Parameter text: a number of at least 0 with or without a unit, at most a day.
  package init?(written text: String) {
    let units: [(name: String, seconds: Double)] = [("ms", 0.001), ("s", 1), ("m", 60), ("", 1)]
    for unit in units where text.hasSuffix(unit.name) {
      guard let number = Double(text.dropLast(unit.name.count)), number >= 0,
        number * unit.seconds <= 86_400
      else { return nil }
      // Whole microseconds, so that a budget of half a millisecond can be said.
      self = .microseconds(Int64((number * unit.seconds * 1_000_000).rounded()))
      return
    }
    return nil
  }

  /// The duration as `12.5 ms` or, from ten seconds on, as `12.5 s`, for messages.
  package var shortText: String {
    let isLong = self >= .seconds(10)
    let number = (isLong ? milliseconds : milliseconds * 1_000).rounded() / 1_000
    let text = number.description
    return (text.hasSuffix(".0") ? String(text.dropLast(2)) : text) + (isLong ? " s" : " ms")
  }
}
