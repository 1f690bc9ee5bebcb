/// A note on an order.
struct Note: Decodable, Sendable {
  let id: Int
  let author: String
  let text: String
}
