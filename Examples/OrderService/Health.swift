/// How the service is.
struct Health: Encodable {
  let status: String
  let draining: Bool
  let orders: Int
}
