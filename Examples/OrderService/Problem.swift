/// The problem details of a request that was understood and cannot be done.
struct Problem: Encodable {
  var type = "about:blank"
  let title: String
  let status: Int
  let errors: [Violation]

  /// One thing that is wrong.
  struct Violation: Encodable {
    /// Where, as a JSON pointer.
    let pointer: String
    let detail: String

    init(_ pointer: String, _ detail: String) {
      self.pointer = pointer
      self.detail = detail
    }
  }
}
