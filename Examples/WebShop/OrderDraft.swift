/// What the shop orders.
struct OrderDraft: Encodable, Sendable {
  var customer = "Ada Lovelace"
  var items: [Line]
  var gift = false

  /// So many of an article.
  struct Line: Encodable, Sendable {
    let sku: String
    let quantity: Int
  }
}
