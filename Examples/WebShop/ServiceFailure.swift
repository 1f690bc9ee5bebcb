/// What the service says when it cannot do something.
struct ServiceFailure: Decodable, Sendable {
  let error: String
}
