import ContractModel
import ContractReports
import JSONText

extension Interaction {
  /// An interaction over HTTP.
  static func http(
    _ description: String, _ method: String, _ path: String, _ status: Int,
    given states: [String] = [],
    isPending: Bool = false
  ) -> Interaction {
    let request = HTTPRequest(method: method, path: path)
    return Interaction(
      description: description, providerStates: states.map { ProviderState($0) },
      isPending: isPending, content: .http(request, HTTPResponse(status: status)),
      location: FileLocation(file: "c.json", line: 3))
  }
}

extension SummaryRun {
  /// A report as `verify --json` writes it; each result is `consumer|description|state,state|status`.
  static func json(
    _ version: String? = nil, at time: String = "2026-01-01T00:00:00Z",
    provider: String = "order-service",
    _ results: [String] = []
  ) -> JSONValue {
    JSONValue.make { json in
      json.object { json in
        json.member("version", 1)
        json.member("startedAt", time)
        json.key("provider")
        json.object { json in
          json.member("name", provider)
          json.key("version")
          if let version { json.string(version) } else { json.null() }
        }
        json.key("results")
        json.array { json in
          for result in results {
            let parts = result.split(separator: "|", omittingEmptySubsequences: false).map(
              String.init)
            json.object { json in
              json.member("consumer", parts[0])
              json.member("provider", provider)
              json.member("description", parts[1])
              json.key("providerStates")
              json.array { json in
                for state in parts[2].split(separator: ",") { json.string(String(state)) }
              }
              json.member("status", parts[3])
            }
          }
        }
      }
    }
  }

  /// The same, read.
  static func sample(
    _ version: String? = nil, at time: String = "2026-01-01T00:00:00Z",
    provider: String = "order-service",
    _ results: [String] = []
  ) throws -> SummaryRun {
    try SummaryRun(json(version, at: time, provider: provider, results), file: "r.json")
  }

  /// The same without a version.
  static func sample(
    at time: String = "2026-01-01T00:00:00Z", _ results: [String]
  ) throws -> SummaryRun {
    try sample(nil, at: time, results)
  }
}

extension Contract {
  /// A shop that reads orders, one of which is not there, and gets messages.
  static let webShop = Contract(
    consumer: "web-shop", provider: "order-service",
    interactions: [
      .http("an order", "GET", "/orders/42", 200, given: ["order 42 exists"]),
      .http("no order", "GET", "/orders/99", 404),
      .http("a new order", "POST", "/orders", 201),
      Interaction(description: "order placed", content: .message(MessageContents())),
    ])

  /// An app that reads an order.
  static let mobileApp = Contract(
    consumer: "mobile-app", provider: "order-service",
    interactions: [.http("an order", "GET", "/orders/7", 200)])

  /// A contract with one interaction.
  static func simple(_ consumer: String, _ provider: String) -> Contract {
    Contract(consumer: consumer, provider: provider, interactions: [.http("x", "GET", "/x", 500)])
  }
}
