import JSONText

/// The least and the greatest number of elements.
package struct ElementCount: Sendable {
  package var least: Int?
  package var greatest: Int?

  /// Whether there is no limit.
  var isUnlimited: Bool { least == nil && greatest == nil }

  /// What is wrong with the number of an array's elements, or `nil`.
  func difference(of array: JSONValue) -> String? {
    difference(count: array.count, "Expected \(Operand.json(array).shown) (size \(array.count))")
  }

  /// What is wrong with a number of elements, or `nil`.
  ///
  /// - Parameter subject: the start of the sentence, e.g. `Expected [] (size 0)`.
  func difference(count: Int, _ subject: @autoclosure () -> String) -> String? {
    if let least, count < least { return "\(subject()) to have minimum size of \(least)" }
    if let greatest, count > greatest { return "\(subject()) to have maximum size of \(greatest)" }
    return nil
  }
}
