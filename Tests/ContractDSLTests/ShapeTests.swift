import ContractDSL
import Testing

/// The shape of a value.
@Suite struct ShapeTests {
  @Test func `every leaf is taken by its kind, in the order of encoding`() throws {
    let interaction = Interaction(
      "an order", request: .get("/"), response: .json(.ok, .shape(of: Order.sample)))
    #expect(interaction.problems == [])
    guard case .http(_, let response) = interaction.content,
      case .json(let body) = response.body.content
    else {
      Issue.record("\(interaction.content)")
      return
    }
    #expect(
      body.description
        == #"{"id":42,"status":"paid","items":[{"sku":"A-1","quantity":2}],"total":5.0,"labels":{"gift":false,"new":true}}"#
    )
    #expect(
      response.rules.map { "\($0.selector) \($0.rules[0]["match"]?.string ?? "")" } == [
        "$.id integer", "$.status type", "$.items type", "$.items[*].sku type",
        "$.items[*].quantity integer", "$.total number", "$.labels.gift boolean",
        "$.labels.new boolean",
      ])
  }

  @Test func `a value that cannot be encoded is told of`() {
    struct Broken: Encodable {
      struct Reason: Error {}
      func encode(to encoder: any Encoder) throws { throw Reason() }
    }
    let interaction = Interaction(
      "an order", request: .get("/"), response: .json(.ok, .shape(of: Broken())))
    #expect(interaction.problems.first?.message.contains("cannot be encoded") == true)
  }
}
