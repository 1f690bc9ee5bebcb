import ContractMatching
import JSONText
import Logging

/// One event as a line.
struct LogLine: Sendable {
  /// When it happened, in UTC.
  var time: Moment
  /// How much it matters.
  var level: Logger.Level
  /// What happened.
  var message: String
  /// What belongs to it.
  var metadata: Logger.Metadata

  /// `2026-01-31T12:00:00.123Z warning: message key=value key="two words"`; nothing that a client
  /// sends ends the line.
  var text: String {
    let pairs = metadata.sorted { $0.key < $1.key }.map { " \($0.key)=\(Self.quoted($0.value))" }
    return "\(stamp) \(level.rawValue): \(message)\(pairs.joined())"
  }

  /// An object with `time`, `level`, `message` and the metadata as further members.
  var json: String {
    var writer = JSONWriter(style: .compact)
    writer.object { writer in
      writer.member("time", stamp)
      writer.member("level", level.rawValue)
      writer.member("message", message)
      for (key, value) in metadata.sorted(by: { $0.key < $1.key }) {
        // A name that is taken gets one of its own, since names are there once.
        writer.key(["time", "level", "message"].contains(key) ? "metadata.\(key)" : key)
        Self.write(value, to: &writer)
      }
    }
    return writer.text
  }

  private static func write(_ value: Logger.MetadataValue, to writer: inout JSONWriter) {
    switch value {
    case .string(let text): writer.string(text)
    case .stringConvertible(let value): writer.string(value.description)
    case .array(let values):
      writer.array { writer in for value in values { write(value, to: &writer) } }
    case .dictionary(let values):
      writer.object { writer in
        for (key, value) in values.sorted(by: { $0.key < $1.key }) {
          writer.key(key)
          write(value, to: &writer)
        }
      }
    }
  }

  /// A value as it is where that is plain, else as JSON writes a text.
  private static func quoted(_ value: Logger.MetadataValue) -> String {
    let text = value.description
    let isPlain =
      !text.isEmpty
      && text.unicodeScalars.allSatisfy { scalar in
        scalar.value > 0x20 && scalar.value != 0x7F && scalar != "\"" && scalar != "\\"
          && !(0x80...0xA0).contains(scalar.value) && !scalar.properties.isWhitespace
      }
    if isPlain { return text }
    var writer = JSONWriter(style: .compact)
    writer.string(text)
    return writer.text
  }

  private var stamp: String {
    func digits(_ number: Int, _ count: Int = 2) -> String {
      let text = String(number)
      return String(repeating: "0", count: max(0, count - text.count)) + text
    }
    return "\(digits(time.year, 4))-\(digits(time.month))-\(digits(time.day))T\(digits(time.hour)):"
      + "\(digits(time.minute)):\(digits(time.second)).\(digits(time.nanosecond / 1_000_000, 3))Z"
  }
}
