/// Which message a verifier wants to see.
struct MessageRequest: Decodable {
  let description: String
}
