/// How many bytes the repeated elements of a body may have altogether.
///
/// It is shared by the readers of a body and of the variants in it: one line such as
/// `"min": 1000000` must not take all memory, nor many of them, nor one in another.
final class RepetitionBudget {
  /// How many bytes there are at first.
  static let limit = 16 << 20

  private var left = RepetitionBudget.limit

  /// Takes the bytes of so many elements, or nothing when they are too many.
  func pays(for count: Int, of size: Int) -> Bool {
    let (bytes, isTooLarge) = size.multipliedReportingOverflow(by: count)
    guard !isTooLarge, bytes <= left else { return false }
    left -= bytes
    return true
  }
}
