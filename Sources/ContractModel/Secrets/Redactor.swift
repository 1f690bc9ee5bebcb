/// Puts `***` in the place of secrets.
///
/// All secrets are looked for in one walk over the text (Aho and Corasick's automaton), so the time
/// does not grow with their number. Each is also found as it stands in JSON, in a URL and in a shell's
/// quotes. Where a text was cut within a secret its last bytes count as one too.
package struct Redactor: Sendable {
  /// What stands in the place of a secret.
  package static let mark = "***"
  /// How many bytes a secret has at least: what is shorter would be found everywhere.
  package static let shortest = 4
  /// How many bytes of a secret at the end of a text count as one.
  private static let shortestBeginning = 8

  private var automaton = SecretAutomaton()

  /// Creates a redactor; secrets that are too short are not looked for.
  package init(_ secrets: some Sequence<String>) {
    for secret in secrets where secret.utf8.count >= Self.shortest {
      for spelling in Set(Self.spellings(of: secret)) { automaton.insert(spelling) }
    }
    automaton.complete()
  }

  /// Whether there is nothing to look for.
  package var isEmpty: Bool { automaton.isEmpty }

  /// The text with each run of secrets replaced.
  package func redact(_ text: String) -> String {
    if isEmpty { return text }
    var text = text
    let places = text.withUTF8 { bytes in self.places(in: bytes) }
    if places.isEmpty { return text }
    var result: [UInt8] = []
    let bytes = Array(text.utf8)
    var end = 0
    for place in places {
      result += bytes[end..<place.lowerBound]
      result += Self.mark.utf8
      end = place.upperBound
    }
    result += bytes[end...]
    return String(decoding: result, as: UTF8.self)
  }

  /// Where secrets are, in order; those that overlap or touch are one.
  private func places(in bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    var places: [Range<Int>] = []
    func note(_ place: Range<Int>) {
      var place = place
      while let last = places.last, last.upperBound >= place.lowerBound {
        place = min(last.lowerBound, place.lowerBound)..<max(last.upperBound, place.upperBound)
        places.removeLast()
      }
      places.append(place)
    }
    var state = 0
    for index in bytes.indices {
      state = automaton.state(after: state, bytes[index])
      let length = automaton.longestSecret(at: state)
      if length > 0 { note((index + 1 - length)..<(index + 1)) }
    }
    let depth = automaton.depth(of: state)
    if depth >= Self.shortestBeginning { note((bytes.count - depth)..<bytes.count) }
    return places
  }

  /// A secret as it may stand in a text.
  private static func spellings(of secret: String) -> [String] {
    let json = secret.unicodeScalars.map { scalar in
      switch scalar {
      case "\"": #"\""#
      case "\\": #"\\"#
      case "\n": #"\n"#
      case "\r": #"\r"#
      case "\t": #"\t"#
      default: String(scalar)
      }
    }
    let quoted = secret.split(separator: "'", omittingEmptySubsequences: false)
    return [
      secret, json.joined(), json.map { $0 == "/" ? #"\/"# : $0 }.joined(),
      PercentCoding.encode(secret, allowing: ""), quoted.joined(separator: #"'\''"#),
    ]
  }
}
