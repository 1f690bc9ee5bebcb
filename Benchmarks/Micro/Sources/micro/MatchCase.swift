import ContractMatching
import ContractModel
import JSONText

/// A body that is parsed and matched against a contract's.
struct MatchCase {
  let name: String
  /// The actual body; its values differ from the example's wherever a rule allows it.
  let body: [UInt8]
  private let type: String
  private let expected: [UInt8]
  private let rules: [MatchingRuleSet]

  private init(
    _ name: String, _ type: String, expected: String, body: String, rules: [(String, String)]
  ) throws {
    self.name = name
    self.type = type
    self.expected = Array(expected.utf8)
    self.body = Array(body.utf8)
    self.rules = try rules.map { path, rule in
      MatchingRuleSet(.body, path, rules: [try JSONValue(parsing: rule)])
    }
  }

  /// Compiles the contract.
  func matcher() throws -> ResponseMatcher {
    let content: Body.Content =
      type == "application/json"
      ? .json(try JSONDocument(parsing: expected).root)
      : .text(String(decoding: expected, as: UTF8.self))
    let response = HTTPResponse(
      status: 200, headers: [Field("Content-Type", [type])], body: Body(content), rules: rules)
    return try ResponseMatcher(response)
  }

  /// The answer that is compared.
  var actual: ActualResponse {
    ActualResponse(status: 200, headers: [Field("Content-Type", [type])], body: body)
  }

  /// The cases by their names, in order.
  static func all() throws -> [MatchCase] {
    var cases = [try order(), try list(), try xml()]
    for count in [100, 1_000, 10_000] { cases.append(try object(count)) }
    return cases
  }

  private static func order() throws -> MatchCase {
    func body(_ id: Int, _ status: String, _ sku: String, _ price: String) -> String {
      """
      {"id": \(id), "status": "\(status)", "customer": {"name": "Ada Lovelace", "email": "ada@example.org"}, \
      "items": [{"sku": "\(sku)", "quantity": 2, "price": \(price)}, {"sku": "B-77", "quantity": 1, \
      "price": 5.5}], "createdAt": "2026-01-31T12:00:00Z", "total": 45.4, "note": "please ring twice, then \
      leave it there"}
      """
    }
    return try MatchCase(
      "order", "application/json", expected: body(42, "paid", "A-1", "19.95"),
      body: body(43, "open", "C-9", "20.95"),
      rules: [
        ("$.id", #"{"match": "integer"}"#),
        ("$.status", #"{"match": "regex", "regex": "open|paid|shipped"}"#),
        ("$.customer.name", #"{"match": "type"}"#),
        ("$.items", #"{"match": "type", "min": 1}"#),
        ("$.items[*].quantity", #"{"match": "integer"}"#),
        ("$.items[*].price", #"{"match": "decimal"}"#),
        ("$.total", #"{"match": "decimal"}"#),
      ])
  }

  private static func list() throws -> MatchCase {
    func item(_ index: Int) -> String {
      """
      {"id": \(index), "name": "product number \(index)", "sku": "AB-\(1_000 + index)", "price": \(index).25, \
      "active": true, "tags": ["red", "blue"], "size": {"width": \(index), "height": 20}}
      """
    }
    let items = (0..<10_000).map(item).joined(separator: ",\n")
    return try MatchCase(
      "list", "application/json", expected: "[\(item(7))]", body: "[\(items)]",
      rules: [
        ("$", #"{"match": "type", "min": 1}"#), ("$[*].id", #"{"match": "integer"}"#),
        ("$[*].name", #"{"match": "type"}"#),
        ("$[*].sku", #"{"match": "regex", "regex": "[A-Z]{2}-\\d+"}"#),
        ("$[*].price", #"{"match": "decimal"}"#), ("$[*].active", #"{"match": "boolean"}"#),
        ("$[*].tags[*]", #"{"match": "type"}"#), ("$[*].size.*", #"{"match": "number"}"#),
      ])
  }

  private static func object(_ count: Int) throws -> MatchCase {
    func body(_ value: Int) -> String {
      "{" + (0..<count).map { #""key\#($0)": \#($0 + value)"# }.joined(separator: ", ") + "}"
    }
    return try MatchCase(
      "object-\(count)", "application/json", expected: body(0), body: body(1),
      rules: (0..<count).map { ("$.key\($0)", #"{"match": "integer"}"#) })
  }

  private static func xml() throws -> MatchCase {
    func order(_ index: Int) -> String {
      """
      <o:order id="\(index)" status="paid"><o:customer vip="true">Ada Lovelace</o:customer>\
      <o:item sku="A-\(index)"><o:quantity>2</o:quantity><o:price>19.95</o:price></o:item>\
      <o:note><![CDATA[ring twice & leave]]></o:note></o:order>
      """
    }
    func document(_ orders: String) -> String {
      #"<?xml version="1.0" encoding="UTF-8"?><o:orders xmlns:o="urn:example:orders">"#
        + "\(orders)</o:orders>"
    }
    return try MatchCase(
      "xml", "application/xml", expected: document(order(7)),
      body: document((100..<558).map(order).joined(separator: "\n")),
      rules: [
        ("$['o:orders']['o:order']", #"{"match": "type", "min": 1}"#),
        ("$['o:orders']['o:order']['@id']", #"{"match": "integer"}"#),
        (
          "$['o:orders']['o:order']['o:item']['@sku']",
          #"{"match": "regex", "regex": "[A-Z]-\\d+"}"#
        ),
        ("$['o:orders']['o:order']['o:item']['o:price']['#text']", #"{"match": "decimal"}"#),
      ])
  }
}
