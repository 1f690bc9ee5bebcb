/// What a verifier asks for before and after it plays an interaction.
struct StateChange: Decodable {
  let consumer: String?
  let state: String?
  let params: Parameters?
  let action: String?

  /// The parameters that the states of this service know.
  struct Parameters: Decodable {
    var status: Order.Status?
    var count: Int?
    var sku: String?
    var price: Double?
  }
}
