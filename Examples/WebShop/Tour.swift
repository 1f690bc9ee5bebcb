/// Uses the service as a shop does, and prints a line for each thing done.
struct Tour {
  let client: OrderClient

  func run() async throws {
    try await health()
    try await list()
    try await emptyList()
    try await show(42)
    try await create()
    try await createNothing()
    try await update(42)
    try await updateStale(42)
    try await note(42)
    try await invoice(42)
    try await cancel(43)
    try await missing(999)
    try await unauthorized()
  }

  func list() async throws {
    let page = try await client.orders(.paid, page: 1, size: 2)
    print("listed \(page.orders.count) of \(page.total) paid orders")
    for order in page.orders { print("  \(order.summary)") }
  }

  func show(_ id: Int) async throws {
    print("read \(try await client.order(id).expecting(200).decode(Order.self).summary)")
  }

  func create() async throws {
    let draft = OrderDraft(items: [.init(sku: "A-1", quantity: 2)])
    let reply = try await client.place(draft).expecting(201)
    let order = try reply.decode(Order.self)
    print("placed \(order.summary), at \(try reply.header("Location"))")
  }

  func update(_ id: Int) async throws {
    let tag = try await client.order(id).expecting(200).header("ETag")
    let draft = OrderDraft(items: [.init(sku: "A-1", quantity: 3)])
    let reply = try await client.change(id, to: draft, ifMatch: tag).expecting(200)
    let order = try reply.decode(Order.self)
    print("changed \(order.summary), from \(tag) to \(try reply.header("ETag"))")
  }

  func cancel(_ id: Int) async throws {
    _ = try await client.cancel(id).expecting(204)
    print("cancelled order \(id)")
  }

  func invoice(_ id: Int) async throws {
    let reply = try await client.invoice(id).expecting(200)
    guard reply.body.starts(with: "%PDF".utf8) else {
      throw ClientError.body(request: reply.request, reason: "it is no PDF")
    }
    print("fetched the invoice of order \(id), \(reply.body.count) bytes of PDF")
  }

  func note(_ id: Int) async throws {
    let reply = try await client.addNote("author=Ada+Lovelace&text=Ring+twice%21", to: id)
    let note = try reply.expecting(201).decode(Note.self)
    print("left note \(note.id) on order \(id): \(note.author) says \"\(note.text)\"")
  }
}
