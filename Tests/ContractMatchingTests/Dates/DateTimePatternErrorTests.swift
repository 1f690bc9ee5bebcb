import ContractMatching
import Testing

@Suite struct DateTimePatternErrorTests {
  @Test(arguments: [
    ("yyyy-bb", "'yyyy-bb'", "character 6", "'b' is no pattern letter; letters are G u y"),
    ("HH:mm T", "'HH:mm T'", "character 7", "text stands in quotes"),
    ("é v", "'é v'", "character 3", "'v' is no pattern letter"),
    ("MMMMMM", "'MMMMMM'", "character 1", "'M' stands there 6 times; allowed is 1 to 5"),
    ("HHH", "'HHH'", "character 1", "allowed is 1 or 2"),
    ("dd aa", "aa", "character 4", "allowed is 1"),
    ("cc", "'cc'", "character 1", "allowed is 1, 3, 4 or 5"),
    ("V", "'V'", "character 1", "allowed is 2"),
    ("SSSSSSSSSS", "S", "character 1", "allowed is 1 to 9"), ("OO", "O", "1", "allowed is 1 or 4"),
    ("yyyyyyyyyyyyyyyyyyyy", "y", "character 1", "allowed is 1 to 19"),
    ("HH'h", "'HH'h'", "character 3", "the quote is not closed"),
    ("HH'''", "HH", "character 3", "the quote is not closed"),
    ("HH[:mm", "'HH[:mm'", "character 3", "'[' is not closed"),
    ("HH]", "'HH]'", "character 3", "there is no '[' for ']'"),
    ("{HH}", "'{HH}'", "character 1", "reserved"), ("#", "'#'", "character 1", "reserved"),
    ("pp", "'pp'", "character 1", "expected another pattern letter"),
    ("p[H]", "'p[H]'", "character 1", "expected another pattern letter"),
    ("ppb", "'ppb'", "character 3", "no pattern letter"),
    ("[[[[[[[[[d]]]]]]]]]", "[[", "character 9", "at most 8"),
  ])
  func `an error names the pattern, the place and what is allowed`(
    pattern: String, name: String, place: String, reason: String
  ) {
    let error = #expect(throws: RuleError.self) { try DateTimePattern(pattern) }
    for part in [name, place, reason] {
      #expect(error?.message.contains(part) == true, "\(error?.message ?? "")")
    }
  }

  @Test func `every letter is allowed with its counts and no other`() {
    let counts: [Character: [Int]] = [
      "G": [1, 2, 3, 4, 5], "u": Array(1...19), "y": Array(1...19), "Y": Array(1...19),
      "Q": [1, 2, 3, 4, 5], "q": [1, 2, 3, 4, 5], "M": [1, 2, 3, 4, 5], "L": [1, 2, 3, 4, 5],
      "d": [1, 2], "D": [1, 2, 3], "w": [1, 2], "W": [1], "F": [1], "E": [1, 2, 3, 4, 5],
      "e": [1, 2, 3, 4, 5], "c": [1, 3, 4, 5], "a": [1], "B": [1, 4, 5], "h": [1, 2], "H": [1, 2],
      "k": [1, 2], "K": [1, 2], "m": [1, 2], "s": [1, 2], "S": Array(1...9), "A": Array(1...19),
      "n": Array(1...19), "N": Array(1...19), "V": [2], "z": [1, 2, 3, 4], "O": [1, 4],
      "X": [1, 2, 3, 4, 5], "x": [1, 2, 3, 4, 5], "Z": [1, 2, 3, 4, 5],
    ]
    for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnoqrstuvwxyz" {
      for count in 1...25 {
        let pattern = String(repeating: letter, count: count)
        let isAllowed = counts[letter]?.contains(count) == true
        #expect(((try? DateTimePattern(pattern)) != nil) == isAllowed, "\(pattern)")
      }
    }
  }
}
