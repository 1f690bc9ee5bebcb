/// What the shop can be told to do.
enum Command {
  case list
  case show(Int)
  case create
  case update(Int)
  case cancel(Int)
  case invoice(Int)
  case note(Int)
  case tour
  case resilient(Int)

  init(_ words: [String]) throws(UsageError) {
    let commands: [String: (Int) -> Command] = [
      "show": Command.show, "update": Command.update, "cancel": Command.cancel,
      "invoice": Command.invoice, "note": Command.note, "resilient": Command.resilient,
    ]
    switch (words.first, words.count) {
    case ("list", 1): self = .list
    case ("create", 1): self = .create
    case ("tour", 1): self = .tour
    case (let name?, 2):
      guard let command = commands[name], let id = Int(words[1]) else { fallthrough }
      self = command(id)
    case (nil, _): throw UsageError(message: "a command is missing")
    default: throw UsageError(message: "'\(words.joined(separator: " "))' is no command")
    }
  }

  func run(on client: OrderClient) async throws {
    switch self {
    case .list: try await Tour(client: client).list()
    case .show(let id): try await Tour(client: client).show(id)
    case .create: try await Tour(client: client).create()
    case .update(let id): try await Tour(client: client).update(id)
    case .cancel(let id): try await Tour(client: client).cancel(id)
    case .invoice(let id): try await Tour(client: client).invoice(id)
    case .note(let id): try await Tour(client: client).note(id)
    case .tour: try await Tour(client: client).run()
    case .resilient(let id): try await ResilientFetch(url: client.url).run(id)
    }
  }
}
