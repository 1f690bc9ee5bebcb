import ContractMatching
import StubModel

/// Regular expressions as stub mappings write them.
enum StubExpression {
  /// Compiles an expression that a whole value has to match, line ends included.
  ///
  /// - Throws: ``StubProblem`` when it is no regular expression, or one that means something else here.
  static func compile(_ cursor: StubCursor) throws(StubProblem) -> RegularExpression {
    let text = try cursor.string()
    if text.contains("&&[") {
      throw cursor.problem(
        "intersections of character classes ('&&') are not supported: use a look-ahead")
    }
    do throws(RuleError) {
      return try RegularExpression("(?s)" + text)
    } catch {
      // Again without what was put before it, so that the error names the right character.
      do throws(RuleError) { _ = try RegularExpression(text) } catch let plain {
        throw cursor.problem(plain.message)
      }
      throw cursor.problem(error.message)
    }
  }
}
