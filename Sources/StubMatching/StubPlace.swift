/// A place of a request that has values.
enum StubPlace: Sendable {
  case header(String)
  case query(String)
  case cookie(String)
  case form(String)
  case pathParameter(String, PathTemplate)
  case host
  case clientAddress
}
