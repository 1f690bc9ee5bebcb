import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// Speaks to `order-service`; each method sends a request of the contract.
struct OrderClient: Sendable {
  let url: URL
  let session: URLSession

  init(url: URL, session: URLSession = URLSession(configuration: .ephemeral)) {
    self.url = url
    self.session = session
  }

  func health() async throws -> Health {
    try await send("GET", "/health", token: nil).expecting(200).decode(Health.self)
  }

  func orders(_ status: Order.Status, page: Int, size: Int) async throws -> OrderPage {
    let query = "status=\(status.rawValue)&page=\(page)&size=\(size)"
    return try await send("GET", "/orders?\(query)").expecting(200).decode(OrderPage.self)
  }

  /// The answer to a request that lacks the token.
  func ordersWithoutToken() async throws -> Reply {
    try await send("GET", "/orders", token: nil)
  }

  func order(_ id: Int) async throws -> Reply { try await send("GET", "/orders/\(id)") }

  func place(_ draft: OrderDraft) async throws -> Reply {
    try await send("POST", "/orders", json: draft)
  }

  func change(_ id: Int, to draft: OrderDraft, ifMatch tag: String) async throws -> Reply {
    try await send("PUT", "/orders/\(id)", headers: ["If-Match": tag], json: draft)
  }

  func cancel(_ id: Int) async throws -> Reply { try await send("DELETE", "/orders/\(id)") }

  func invoice(_ id: Int) async throws -> Reply {
    try await send("GET", "/orders/\(id)/invoice", headers: ["Accept": "application/pdf"])
  }

  func addNote(_ form: String, to id: Int) async throws -> Reply {
    try await send(
      "POST", "/orders/\(id)/notes",
      headers: ["Content-Type": "application/x-www-form-urlencoded"], body: Data(form.utf8))
  }

  private func send(
    _ method: String, _ path: String, headers: [String: String] = [:], json: OrderDraft
  ) async throws -> Reply {
    let headers = headers.merging(["Content-Type": "application/json"]) { own, _ in own }
    return try await send(method, path, headers: headers, body: try JSONEncoder().encode(json))
  }

  private func send(
    _ method: String, _ path: String, headers: [String: String] = [:],
    token: String? = "t0k3n", body: Data? = nil
  ) async throws -> Reply {
    guard let target = URL(string: path, relativeTo: url) else { throw URLError(.badURL) }
    var request = URLRequest(
      url: target, cachePolicy: .reloadIgnoringLocalCacheData, timeoutInterval: 10)
    request.httpMethod = method
    request.httpBody = body
    request.setValue("application/json", forHTTPHeaderField: "Accept")
    if let token { request.setValue("Bearer \(token)", forHTTPHeaderField: "Authorization") }
    for (name, value) in headers { request.setValue(value, forHTTPHeaderField: name) }
    let (data, response) = try await session.data(for: request)
    guard let response = response as? HTTPURLResponse else { throw URLError(.badServerResponse) }
    return Reply(request: "\(method) \(path)", response: response, body: data)
  }
}
