/// How the service says it is.
struct Health: Decodable, Sendable {
  let status: String
  let draining: Bool
}
