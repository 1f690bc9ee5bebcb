import Testing

@testable import ContractReports

@Suite struct LineDiffTests {
  @Test func `finds as much in common as there is`() {
    var numbers = SeededNumbers(seed: 1)
    for _ in 0..<300 {
      let left = (0..<numbers.next(below: 12)).map { _ in numbers.next(below: 4) }
      let right = (0..<numbers.next(below: 12)).map { _ in numbers.next(below: 4) }
      let pairs = CommonLines.pairs(left, right)
      #expect(pairs.allSatisfy { left[$0.left] == right[$0.right] })
      #expect(zip(pairs, pairs.dropFirst()).allSatisfy { $0.left < $1.left && $0.right < $1.right })
      #expect(pairs.count == Self.common(left[...], right[...]), "\(left) \(right)")
    }
  }

  /// How much two sequences have in common, found the slow way.
  static func common(_ left: ArraySlice<Int>, _ right: ArraySlice<Int>) -> Int {
    var lengths = Array(
      repeating: Array(repeating: 0, count: right.count + 1), count: left.count + 1)
    for (row, element) in left.enumerated() {
      for (column, other) in right.enumerated() {
        lengths[row + 1][column + 1] =
          element == other
          ? lengths[row][column] + 1 : max(lengths[row][column + 1], lengths[row + 1][column])
      }
    }
    return lengths[left.count][right.count]
  }

  @Test func `tells every difference, with what lies around it`() {
    var numbers = SeededNumbers(seed: 2)
    for _ in 0..<300 {
      let expected = (0..<numbers.next(below: 10)).map { _ in "\(numbers.next(below: 3))" }
      let actual = (0..<numbers.next(below: 10)).map { _ in "\(numbers.next(below: 3))" }
      let lines = LineDiff.lines(
        expected: Layout(lines: expected), actual: Layout(lines: actual))
      #expect(lines.isEmpty == (expected == actual))
      let count = lines.count { $0.sign == "+" } - lines.count { $0.sign == "-" }
      #expect(count == actual.count - expected.count)
      if !lines.contains(.gap), !lines.isEmpty {
        #expect(lines.filter { $0.sign != "+" }.map(\.text) == expected)
        #expect(lines.filter { $0.sign != "-" }.map(\.text) == actual)
      }
    }
  }

  @Test(arguments: [
    (4, ["- a", "  0", "  1", "  2", "  3", "- b"]),
    (5, ["- a", "  0", "  1", "  …", "  3", "  4", "- b"]),
  ])
  func `leaves out what lies further than two lines from a change`(count: Int, lines: [String]) {
    let between = (0..<count).map { "\($0)" }
    let diff = LineDiff.lines(
      expected: Layout(lines: ["a"] + between + ["b"]), actual: Layout(lines: between))
    #expect(DiffText.lines(diff) == lines)
  }

  @Test func `looks behind equal starts and ends of any length`() {
    let start = (0..<5_000).map { "\($0)" }
    let diff = LineDiff.lines(
      expected: Layout(lines: start + ["a"] + start), actual: Layout(lines: start + ["b"] + start))
    #expect(DiffText.lines(diff) == ["  …", "  4998", "  4999", "- a", "+ b", "  0", "  1", "  …"])
  }

  @Test func `takes no line for missing that may lie behind what is compared`() {
    let lines = (0..<1_000).map { "\($0)" }
    let diff = LineDiff.lines(
      expected: Layout(lines: lines + ["a"]), actual: Layout(lines: ["x", "y"] + lines + ["b"]))
    #expect(DiffText.lines(diff) == ["+ x", "+ y", "  0", "  1", "  … 603 more lines"])
  }

  @Test(
    arguments: [
      (0, []), (1, ["  … 12 more lines"]), (2, ["- b", "  … 11 more lines"]),
      (3, ["- b", "+ c", "  … 10 more lines"]), (4, ["- b", "+ c", "  … 10 more lines"]),
    ] as [(Int, [String])])
  func `counts what is not shown`(limit: Int, lines: [String]) {
    let diff: [DiffLine] = [.equal("a"), .removed("b"), .added("c"), .gap, .more(10)]
    #expect(
      DiffText.lines(diff.capped(limit)) == (limit == 0 ? ["  … 13 more lines"] : ["  a"] + lines))
    #expect(diff.capped(5) == diff)
    #expect(DiffLine.more(1).text == "… 1 more line")
  }
}
