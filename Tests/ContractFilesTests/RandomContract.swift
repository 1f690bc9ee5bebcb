import ContractModel
import JSONText

/// Makes contracts that a version has words for; the same seed gives the same ones.
struct RandomContract {
  let specification: SpecificationVersion
  private var state: UInt64

  init(specification: SpecificationVersion, seed: UInt64) {
    self.specification = specification
    state = seed
  }

  mutating func contract() -> Contract {
    // Version 3 keeps messages and requests in lists of their own, one of which a file has.
    let isMessages = specification == .v3 && chance(3)
    let interactions = (0..<below(4)).map { index in
      interaction("interaction \(index)", isMessage: isMessages)
    }
    return Contract(
      consumer: word(), provider: word(), interactions: interactions,
      specification: specification)
  }

  private mutating func interaction(_ description: String, isMessage: Bool) -> Interaction {
    var interaction = Interaction(
      description: "\(description) \(word())", content: content(isMessage: isMessage))
    let states = specification < .v3 ? below(2) : below(3)
    for _ in 0..<states {
      let parameters = specification >= .v3 && chance(2) ? object(depth: 1) : nil
      interaction.providerStates.append(ProviderState(word(), parameters: parameters))
    }
    if specification == .v4 {
      if chance(2) { interaction.key = word() }
      interaction.isPending = chance(3)
      if chance(3) { interaction.comments = object(depth: 1) }
    }
    return interaction
  }

  private mutating func content(isMessage: Bool) -> InteractionContent {
    if specification == .v4, chance(4) {
      return .synchronousMessage(
        request: message(), responses: (0..<below(3)).map { _ in message() })
    }
    if isMessage || specification == .v4 && chance(3) { return .message(message()) }
    var request = HTTPRequest(method: pick(["GET", "post", "PATCH"]), path: "/\(word())")
    if chance(2) { request.query = query() }
    (request.headers, request.body) = headersAndBody()
    request.rules = rules([.path, .query, .header, .body])
    request.generators = generators([.path, .query, .header, .body])
    var response = HTTPResponse(status: 100 + below(500))
    (response.headers, response.body) = headersAndBody()
    response.rules = rules(specification == .v4 ? [.header, .body, .status] : [.header, .body])
    response.generators = generators([.header, .body])
    return .http(request, response)
  }

  private mutating func message() -> MessageContents {
    let (type, body) = typedBody()
    var message = MessageContents(body: body)
    message.metadata = .make { writer in
      writer.object { writer in
        writer.member("contentType", type)
        writer.member("topic", pick(["orders", "é\"\\"]))
      }
    }
    message.rules = rules([.body, .metadata])
    message.generators = generators([.body, .metadata])
    return message
  }

  private mutating func query() -> [Field] {
    names().map { name in Field(name, (0...below(2)).map { _ in word() }) }
  }

  private mutating func headersAndBody() -> ([Field], Body) {
    let (type, body) = typedBody()
    var headers = [Field("Content-Type", [type])]
    for name in ["X-A", "Accept"] where chance(2) {
      // Before version 4 a header is one text.
      headers.append(Field(name, specification == .v4 && chance(2) ? ["a", "b, c"] : [word()]))
    }
    return (headers, body)
  }

  /// A body and its media type.
  private mutating func typedBody() -> (String, Body) {
    func body(_ content: Body.Content, _ type: String) -> (String, Body) {
      let isNamed = specification == .v4 && content != .missing && content != .null
      return (type, Body(content, contentType: isNamed ? type : nil))
    }
    switch below(6) {
    case 0: return body(.missing, "text/plain")
    case 1: return body(.null, "application/json")
    case 2: return body(.empty, "text/plain")
    case 3: return body(.text("\(word())\n\u{1}"), "text/plain; charset=utf-8")
    case 4: return body(.binary([0, 255, UInt8(below(256))]), "image/png")
    default:
      return body(.json(chance(5) ? .string("no JSON") : object(depth: 3)), "application/json")
    }
  }

  private mutating func rules(_ categories: [MatchingRuleSet.Category]) -> [MatchingRuleSet] {
    // They are written by category, in this order.
    let ordered = MatchingRuleSet.Category.allCases.filter(categories.contains)
    return ordered.flatMap { category in
      selectors(category).map { selector in
        var set = MatchingRuleSet(category, selector, rules: [rule()])
        // Version 2 has one rule for a place.
        if specification >= .v3 {
          if chance(3) { set.rules.append(rule()) }
          if chance(3) { set.combination = .or }
        }
        return set
      }
    }
  }

  private mutating func generators(
    _ categories: [MatchingRuleSet.Category]
  ) -> [GeneratorEntry] {
    guard specification >= .v3 else { return [] }
    let ordered = MatchingRuleSet.Category.allCases.filter(categories.contains)
    return ordered.flatMap { category in
      selectors(category).map { selector in
        GeneratorEntry(
          category, selector,
          definition: value(pick([#"{"type": "Uuid"}"#, #"{"type": "RandomInt", "min": 1}"#])))
      }
    }
  }

  private mutating func selectors(_ category: MatchingRuleSet.Category) -> [String] {
    guard chance(2) else { return [] }
    switch category {
    case .method, .path, .status: return [""]
    case .body: return pick([["$"], ["$.a", "$.a[*].b", "$['b c'].*[0]"], []])
    case .query, .header, .metadata: return names()
    }
  }

  private mutating func rule() -> JSONValue {
    value(
      pick([
        #"{"match": "type"}"#, #"{"match": "type", "min": 1}"#, #"{"match": "integer"}"#,
        #"{"match": "regex", "regex": "\\d+é"}"#,
      ]))
  }

  private mutating func object(depth: Int) -> JSONValue {
    .make { writer in write(depth: depth, isObject: true, to: &writer) }
  }

  private mutating func write(depth: Int, isObject: Bool, to writer: inout JSONWriter) {
    switch isObject ? 0 : below(depth > 0 ? 6 : 4) + 2 {
    case 0, 6:
      let names = names()
      writer.object { writer in
        for name in names {
          writer.key(name)
          write(depth: depth - 1, isObject: false, to: &writer)
        }
      }
    case 1, 7:
      let count = below(3)
      writer.array { writer in
        for _ in 0..<count { write(depth: depth - 1, isObject: false, to: &writer) }
      }
    case 2: writer.number(pick(["0", "-1.50", "1e3", "12345678901234567890"]))
    case 3: writer.string(word())
    case 4: writer.boolean(chance(2))
    default: writer.null()
    }
  }

  private mutating func names() -> [String] {
    ["a", "b c", "é", "x-y[]", "content"].filter { _ in chance(3) }
  }

  private mutating func word() -> String {
    pick(["one", "two words", "é=&+%", "a\"b\\c/d", "😀", "1"])
  }

  private func value(_ text: String) -> JSONValue { (try? JSONValue(parsing: text)) ?? .null }

  private mutating func pick<Value>(_ values: [Value]) -> Value { values[below(values.count)] }

  private mutating func chance(_ one: Int) -> Bool { below(one) == 0 }

  /// The next number of SplitMix64, below a limit.
  private mutating func below(_ limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ bits >> 30) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ bits >> 27) &* 0x94D0_49BB_1331_11EB
    return Int((bits ^ bits >> 31) % UInt64(limit))
  }
}
