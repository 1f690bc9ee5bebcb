import ContractModel
import JSONText

extension JSONWriter {
  /// Writes a member with a string, or with `null` when there is none.
  mutating func member(_ name: String, orNull value: String?) {
    key(name)
    if let value { string(value) } else { null() }
  }

  /// Writes a member with an array of strings.
  mutating func member(_ name: String, _ values: [String]) {
    key(name)
    array { json in
      for value in values { json.string(value) }
    }
  }

  /// Writes a member with a duration in milliseconds.
  mutating func member(_ name: String, _ duration: Duration) {
    key(name)
    number(duration.millisecondsText)
  }

  /// Writes a member with a line of a file, or with `null` when there is none.
  mutating func member(_ name: String, _ location: FileLocation?) {
    key(name)
    if let location { MismatchJSON.write(location, to: &self) } else { null() }
  }
}
