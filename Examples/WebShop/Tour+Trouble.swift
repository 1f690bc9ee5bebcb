/// The stops at which there is nothing to see or something goes wrong, as it should.
extension Tour {
  func health() async throws {
    let health = try await client.health()
    print("the service is \(health.status)\(health.draining ? ", but not for long" : "")")
  }

  func emptyList() async throws {
    let page = try await client.orders(.shipped, page: 1, size: 2)
    print("listed \(page.orders.count) of \(page.total) shipped orders")
  }

  func createNothing() async throws {
    let reply = try await client.place(OrderDraft(items: [])).expecting(422)
    let problem = try reply.decode(Problem.self)
    let reasons = problem.errors.map { "\($0.pointer) \($0.detail)" }.joined(separator: ", ")
    print("was refused an order of nothing: \(problem.title) (\(reasons))")
  }

  /// Tries to change an order with a tag from long ago.
  func updateStale(_ id: Int) async throws {
    let draft = OrderDraft(items: [.init(sku: "A-1", quantity: 3)])
    let reply = try await client.change(id, to: draft, ifMatch: "\"1\"").expecting(412)
    let failure = try reply.decode(ServiceFailure.self)
    print("was refused a stale change: \(failure.error), now at \(try reply.header("ETag"))")
  }

  func missing(_ id: Int) async throws {
    let failure = try await client.order(id).expecting(404).decode(ServiceFailure.self)
    print("found no order \(id): \(failure.error)")
  }

  func unauthorized() async throws {
    let failure = try await client.ordersWithoutToken().expecting(401)
      .decode(ServiceFailure.self)
    print("was sent away without a token: \(failure.error)")
  }
}
