/// Why an order was refused.
struct Problem: Decodable, Sendable {
  let title: String
  let errors: [Violation]

  /// One thing that is wrong.
  struct Violation: Decodable, Sendable {
    let pointer: String
    let detail: String
  }
}
