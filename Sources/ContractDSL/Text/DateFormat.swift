/// Date formats in the letters of Java's `DateTimeFormatter`.
enum DateFormat {
  static let date = "yyyy-MM-dd"
  static let time = "HH:mm:ss"
  static let dateTime = "yyyy-MM-dd'T'HH:mm:ssXXX"

  /// A regular expression for texts in a format, for where a date is a part of a longer text.
  static func expression(_ format: String) -> String {
    var expression = ""
    var rest = Array(format)[...]
    while let first = rest.first {
      if first == "'" {
        expression += RegexText.escaped(quoted(&rest))
      } else if first.isLetter {
        let run = rest.prefix { $0 == first }
        rest.removeFirst(run.count)
        expression += field(first, run.count)
      } else {
        rest.removeFirst()
        expression += RegexText.escaped(String(first))
      }
    }
    return expression
  }

  /// Takes a text in quotes; two quotes are one.
  private static func quoted(_ rest: inout ArraySlice<Character>) -> String {
    rest.removeFirst()
    let text = rest.prefix { $0 != "'" }
    rest.removeFirst(min(text.count + 1, rest.count))
    return text.isEmpty ? "'" : String(text)
  }

  private static func field(_ letter: Character, _ count: Int) -> String {
    switch letter {
    case "X", "x": return #"(?:Z|[+-]\d{2}(?::?\d{2}){0,2})"#
    case "Z": return #"[+-]\d{2}:?\d{2}"#
    case "M" where count > 2, "L" where count > 2, "E", "G", "a", "z", "V", "O": return #"\S+"#
    default: return count == 1 ? #"\d+"# : #"\d{\#(count)}"#
    }
  }
}
