/// What someone wants to be known about an order.
struct Note: Encodable, Sendable {
  var id = 0
  let author: String
  let text: String
}
