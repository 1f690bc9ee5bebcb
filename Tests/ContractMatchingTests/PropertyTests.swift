import ContractMatching
import ContractModel
import JSONText
import Testing

/// What holds for all bodies, tried on many that are made from a seed.
@Suite struct PropertyTests {
  /// Makes JSON values, rules that they hold to, and changes.
  struct Maker {
    var random: SeededNumbers

    init(seed: UInt64) { random = SeededNumbers(seed: seed) }

    mutating func below(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &random) }

    mutating func scalar() -> String {
      switch below(6) {
      case 0: return "null"
      case 1: return below(2) == 0 ? "true" : "false"
      case 2: return String(below(2_000) - 1_000)
      case 3: return "\(below(100)).\(1 + below(9))"
      case 4: return #""""#
      default: return #""text \#(below(50)) é""#
      }
    }

    mutating func value(depth: Int) -> String {
      let kind = depth == 0 ? 2 : below(4)
      switch kind {
      case 0:
        let members = (0..<below(4)).map { #""k\#($0)": \#(value(depth: depth - 1))"# }
        return "{\(members.joined(separator: ", "))}"
      case 1:
        return "[\((0..<below(4)).map { _ in value(depth: depth - 1) }.joined(separator: ", "))]"
      default: return scalar()
      }
    }

    /// Rules that hold for the value itself, at some of its places.
    mutating func rules(for value: JSONValue, at path: [PathExpression.Token] = [])
      -> [MatchingRuleSet]
    {
      var sets: [MatchingRuleSet] = []
      if below(2) == 0 {
        let rule = rule(for: value)
        let parsed = (try? JSONValue(parsing: rule)) ?? .null
        sets.append(
          MatchingRuleSet(.body, PathExpression(path).description, rules: [parsed]))
      }
      for member in value.members {
        sets += rules(for: member.value, at: path + [.key(member.name)])
      }
      for (index, element) in value.elements.enumerated() {
        sets += rules(for: element, at: path + [.index(index)])
      }
      return sets
    }

    private mutating func rule(for value: JSONValue) -> String {
      var rules = [#"{"match": "type"}"#, #"{"match": "equality"}"#]
      switch value.kind {
      case .null: rules.append(#"{"match": "null"}"#)
      case .boolean: rules.append(#"{"match": "boolean"}"#)
      case .number:
        rules.append(#"{"match": "number"}"#)
        rules.append(#"{"match": "\#(value.isInteger ? "integer" : "decimal")"}"#)
        rules.append(#"{"match": "regex", "regex": "-?[0-9.]+"}"#)
      case .string:
        rules.append(#"{"match": "include", "value": ""}"#)
        rules.append(#"{"match": "regex", "regex": "(?s).*"}"#)
        if value.string?.isEmpty == false { rules.append(#"{"match": "notEmpty"}"#) }
      case .array:
        rules.append(#"{"match": "type", "min": \#(value.count), "max": \#(value.count)}"#)
        rules.append(#"{"match": "ignore-order"}"#)
        if !value.isEmpty {
          rules.append(
            #"{"match": "arrayContains", "variants": [{"index": 0, "rules": {}}]}"#)
        }
      case .object:
        rules.append(#"{"match": "values"}"#)
        rules.append(
          #"{"match": "eachKey", "rules": [{"match": "regex", "regex": "k[0-9]"}]}"#)
      }
      return rules[below(rules.count)]
    }
  }

  private static let headers = [Field("Content-Type", ["application/json"])]

  private static func request(_ value: JSONValue, _ rules: [MatchingRuleSet]) throws
    -> RequestMatcher
  {
    var request = HTTPRequest()
    request.headers = headers
    request.body = Body(.json(value))
    request.rules = rules
    return try RequestMatcher(request)
  }

  private static func actual(_ value: JSONValue) -> ActualRequest {
    ActualRequest(method: "GET", path: "/", headers: headers, body: Array(value.text.utf8))
  }

  @Test func `a body matches itself under every rule that it holds to`() throws {
    for seed in 0..<2_000 as Range<UInt64> {
      var maker = Maker(seed: seed)
      let value = try JSONValue(parsing: maker.value(depth: 4))
      let rules = maker.rules(for: value)
      let mismatches = try Self.request(value, rules).mismatches(Self.actual(value))
      #expect(
        mismatches.isEmpty,
        "seed \(seed): \(value) with \(rules.map { "\($0.selector): \($0.rules)" })")
    }
  }

  @Test func `a key more never breaks a response`() throws {
    for seed in 0..<1_000 as Range<UInt64> {
      var maker = Maker(seed: seed)
      let value = try JSONValue(parsing: maker.value(depth: 4))
      let rules = maker.rules(for: value).filter { set in
        // These speak of the keys or the whole value.
        !set.rules.contains { ["equality", "values", "eachKey"].contains($0["match"]?.string) }
      }
      let response = HTTPResponse(
        status: 200, headers: Self.headers, body: Body(.json(value)), rules: rules)
      let more = Self.withMoreKeys(value)
      let mismatches = try ResponseMatcher(response).mismatches(
        ActualResponse(status: 200, headers: Self.headers, body: Array(more.text.utf8)))
      #expect(mismatches.isEmpty, "seed \(seed): \(value) against \(more)")
    }
  }

  @Test func `a mismatch names a path that exists in one of the bodies`() throws {
    var found = 0
    for seed in 0..<2_000 as Range<UInt64> {
      var maker = Maker(seed: seed)
      let value = try JSONValue(parsing: maker.value(depth: 3))
      let other = try JSONValue(parsing: maker.value(depth: 3))
      let rules = maker.rules(for: value)
      for mismatch in try Self.request(value, rules).mismatches(Self.actual(other)) {
        found += 1
        let path = try PathExpression(parsing: mismatch.path)
        #expect(
          Self.exists(path, in: value) || Self.exists(path, in: other),
          "seed \(seed): \(mismatch.path) in \(value) and \(other)")
      }
    }
    #expect(found > 1_000)
  }

  @Test func `mismatches come in the order of the document`() throws {
    for seed in 0..<500 as Range<UInt64> {
      var maker = Maker(seed: seed)
      let value = try JSONValue(parsing: maker.value(depth: 4))
      // Every scalar becomes another one, nothing else changes.
      let other = Self.changed(value)
      let response = HTTPResponse(status: 200, headers: Self.headers, body: Body(.json(value)))
      let mismatches = try ResponseMatcher(response).mismatches(
        ActualResponse(status: 200, headers: Self.headers, body: Array(other.text.utf8)))
      #expect(mismatches.map(\.path) == Self.scalars(value))
    }
  }

  private static func withMoreKeys(_ value: JSONValue) -> JSONValue {
    .make { write(value, to: &$0) { $0.member("more", 1) } }
  }

  private static func changed(_ value: JSONValue) -> JSONValue {
    .make { write(value, to: &$0, scalar: { $0.string("changed") }) { _ in } }
  }

  private static func write(
    _ value: JSONValue, to writer: inout JSONWriter,
    scalar: ((inout JSONWriter) -> Void)? = nil, more: (inout JSONWriter) -> Void
  ) {
    switch value.kind {
    case .object:
      writer.object { writer in
        for member in value.members {
          writer.key(member.name)
          write(member.value, to: &writer, scalar: scalar, more: more)
        }
        more(&writer)
      }
    case .array:
      writer.array { writer in
        for element in value.elements {
          write(element, to: &writer, scalar: scalar, more: more)
        }
      }
    default: if let scalar { scalar(&writer) } else { writer.value(value) }
    }
  }

  private static func scalars(
    _ value: JSONValue, _ path: [PathExpression.Token] = []
  ) -> [String] {
    switch value.kind {
    case .object:
      value.members.flatMap { scalars($0.value, path + [.key($0.name)]) }
    case .array:
      value.elements.enumerated().flatMap { scalars($1, path + [.index($0)]) }
    default: [PathExpression(path).description]
    }
  }

  private static func exists(_ path: PathExpression, in value: JSONValue) -> Bool {
    var value = value
    for token in path.tokens {
      switch token {
      case .key(let name):
        guard let next = value[name] else { return false }
        value = next
      case .index(let index):
        let elements = Array(value.elements)
        guard elements.indices.contains(index) else { return false }
        value = elements[index]
      case .anyMember, .anyElement: return false
      }
    }
    return true
  }
}
