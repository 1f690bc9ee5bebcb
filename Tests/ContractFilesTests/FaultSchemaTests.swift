import ContractFiles
import ContractModel
import FaultModel
import Foundation
import JSONSchema
import JSONText
import Testing

/// The schema in the repository says what the reader does.
@Suite struct FaultSchemaTests {
  static func schema() throws -> JSONValue {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let file = root.appendingPathComponent("schemas/fault-script.schema.json")
    return try JSONDocument(parsing: Array(try Data(contentsOf: file))).root
  }

  static let common: Set<String> = ["type", "repeat", "probability", "exactly", "effect"]

  @Test func `the schema has every kind of fault, with its members and their limits`() throws {
    let definitions = try #require(try Self.schema()["$defs"])
    let types = try #require(definitions["step"]?["properties"]?["type"]?["enum"])
    #expect(types.elements.compactMap(\.string) == HTTPFaultTable.kinds.map { $0.type })
    for kind in HTTPFaultTable.kinds {
      let definition = try #require(definitions[kind.type], "\(kind.type)")
      let properties = try #require(definition["properties"])
      let names = Set(properties.members.map(\.name))
      #expect(names == Self.common.union(kind.members.map(\.name)), "\(kind.type)")
      let required = Set(definition["required"]?.elements.compactMap(\.string) ?? [])
      let needed = kind.members.filter(\.isRequired).map(\.name)
      #expect(required == Set(["type"] + needed), "\(kind.type)")
      for member in kind.members {
        let property = try #require(properties[member.name])
        Self.check(member, property, "\(kind.type) \(member.name)")
      }
    }
  }

  static func check(_ member: FaultMember, _ property: JSONValue, _ name: Comment) {
    let options = property["oneOf"].map { Array($0.elements) }
    let number = options?.first ?? property
    #expect((options?.last?["$ref"]?.string == "#/$defs/ramp") == isRamp(member), name)
    switch member.kind {
    case .whole(let range):
      #expect(number["type"]?.string == "integer", name)
      #expect(number["minimum"]?.integer == range.lowerBound, name)
      #expect(number["maximum"]?.integer == range.upperBound, name)
    case .number(let range):
      #expect(number["type"]?.string == "number", name)
      #expect(number["minimum"]?.double == range.lowerBound, name)
      #expect(number["maximum"]?.double == range.upperBound, name)
    case .choice(let words):
      #expect(property["enum"]?.elements.compactMap(\.string) == words, name)
    case .text: #expect(property["type"]?.string == "string", name)
    case .fields: #expect(property["type"]?.string == "object", name)
    case .body: #expect(property["type"] == nil, name)
    }
  }

  static func isRamp(_ member: FaultMember) -> Bool {
    switch member.kind {
    case .whole, .number: member.canRamp
    case .choice, .text, .fields, .body: false
    }
  }

  @Test(arguments: [
    #"{"type": "as_contracted"}"#, #"{"type": "silence", "repeat": 3, "exactly": 2}"#,
    #"{"type": "silence", "probability": 0.5}"#, #"{"type": "silence", "probability": 2}"#,
    #"{"type": "silence", "probability": {"from": 0, "to": 1}}"#,
    #"{"type": "silence", "probability": {"from": 0, "to": 2}}"#,
    #"{"type": "silence", "probability": 1, "exactly": 1}"#, #"{"type": "explode"}"#,
    #"{"type": "silence", "effect": "after"}"#, #"{"type": "silence", "effect": "late"}"#,
    #"{"type": "cut_body", "bytes": 1, "effect": "after"}"#,
    #"{"type": "cut_body", "bytes": 1, "effect": "before"}"#,
    #"{"type": "silence", "x": 1}"#, #"{"type": "silence", "repeat": 0}"#, #"{"repeat": 1}"#,
    #"{"type": "status", "status": 503, "retry_after": 2, "retry_after_form": "date"}"#,
    #"{"type": "status", "status": 503, "retry_after_form": "date"}"#,
    #"{"type": "status", "status": 503, "headers": {"A": "b"}, "body": [1]}"#,
    #"{"type": "status", "status": 199}"#,
    #"{"type": "status", "status": {"from": 500, "to": 501}}"#,
    #"{"type": "latency", "latency": 5, "jitter": 2.5, "most": 6}"#,
    #"{"type": "latency", "latency": {"from": 0, "to": 100}}"#,
    #"{"type": "latency", "latency": {"from": 0}}"#, #"{"type": "latency"}"#,
    #"{"type": "latency", "median": 5, "sigma": 0.4}"#, #"{"type": "latency", "median": 5}"#,
    #"{"type": "latency", "p50": 5, "p99": 10}"#, #"{"type": "latency", "p50": 5, "latency": 10}"#,
    #"{"type": "latency", "latency": "5"}"#, #"{"type": "latency", "jitter": 5}"#,
    #"{"type": "reset_peer", "when": "during", "bytes": 3}"#,
    #"{"type": "reset_peer", "bytes": 3}"#, #"{"type": "reset_peer", "when": "later"}"#,
    #"{"type": "slow_headers", "delay": 1}"#, #"{"type": "slow_headers"}"#,
    #"{"type": "slow_body", "rate": 100}"#, #"{"type": "slow_body", "chunks": 3, "duration": 1}"#,
    #"{"type": "slow_body", "bytes": 1, "delay": 0}"#,
    #"{"type": "slow_body", "rate": 1, "bytes": 1}"#,
    #"{"type": "slow_body", "rate": 0}"#, #"{"type": "cut_body", "bytes": 3, "coding": "chunked"}"#,
    #"{"type": "cut_body"}"#, #"{"type": "wrong_content_length", "difference": -3}"#,
    #"{"type": "wrong_content_length", "difference": 0}"#, #"{"type": "malformed_chunk"}"#,
    #"{"type": "garbage_status_line", "text": "a"}"#,
    #"{"type": "garbage_status_line", "text": "a\nb"}"#, #"{"type": "garbage_after", "bytes": 1}"#,
    #"{"type": "duplicate_header", "name": "A", "value": "b"}"#,
    #"{"type": "duplicate_header", "name": "a b"}"#, #"{"type": "oversize_header", "bytes": 5}"#,
    #"{"type": "bad_gzip", "form": "magic"}"#, #"{"type": "bad_gzip", "form": 1}"#,
    #"{"type": "wrong_content_type", "content_type": "a/b"}"#,
  ])
  func `schema and reader take and refuse the same`(step: String) throws {
    try Self.compare(#"{"faults": [{"path": "/", "steps": [\#(step)]}]}"#)
  }

  @Test(arguments: [
    #""window": {"from": 5}"#, #""window": {"to": 5}"#, #""window": {}"#, #""window": {"at": 5}"#,
    #""window": 5"#, #""repeat": "forever""#, #""repeat": "twice""#, #""method": "GET""#,
    #""interaction": "a""#, #""x": 1"#,
  ])
  func `also of scripts`(member: String) throws {
    try Self.compare(#"{"faults": [{"path": "/", "steps": [{"type": "silence"}], \#(member)}]}"#)
  }

  @Test func `the schema has every kind of TLS fault`() throws {
    let types = try #require(
      try Self.schema()["$defs"]?["tls_step"]?["properties"]?["type"]?["enum"])
    #expect(types.elements.compactMap(\.string) == TLSFaultTable.kinds.map { $0.type })
  }

  @Test(arguments: [
    #"{"type": "expired"}"#, #"{"type": "late_alert", "repeat": 3, "exactly": 2}"#,
    #"{"type": "wrong_host", "probability": {"from": 0, "to": 1}}"#,
    #"{"type": "wrong_host", "probability": 1, "exactly": 1}"#, #"{"type": "silence"}"#,
    #"{"type": "expired", "effect": "before"}"#, #"{"repeat": 1}"#,
    #"{"type": "expired", "repeat": 0}"#, #"{"type": "expired", "days": 3}"#,
  ])
  func `also of steps for connections`(step: String) throws {
    try Self.compare(#"{"faults": [{"connections": "tls", "steps": [\#(step)]}]}"#)
  }

  @Test(arguments: [
    #""connections": "tls""#, #""connections": "tcp""#, #""connections": "tls", "path": "/""#,
    #""connections": "tls", "interaction": "a""#, #""connections": "tls", "method": "GET""#,
    #""connections": "tls", "window": {"to": 5}, "repeat": "forever""#,
  ])
  func `also of scripts for connections`(members: String) throws {
    try Self.compare(#"{"faults": [{\#(members), "steps": [{"type": "expired"}]}]}"#)
  }

  static func compare(_ text: String) throws {
    let schema = try JSONSchema(try schema(), patterns: Patterns())
    let isValid = schema.isValid(try JSONValue(parsing: text))
    let file = ContractFile(reading: Array(text.utf8), file: "f.json")
    #expect(isValid == (file.content != nil), "\(text): \(file.diagnostics.map(\.description))")
  }

  /// Regular expressions by Foundation's engine.
  struct Patterns: PatternMatching {
    func compile(_ pattern: String) throws -> any CompiledPattern {
      Pattern(expression: try NSRegularExpression(pattern: pattern))
    }
  }

  struct Pattern: CompiledPattern, @unchecked Sendable {
    let expression: NSRegularExpression

    func matches(_ text: String) -> Bool {
      let all = NSRange(text.startIndex..., in: text)
      return expression.firstMatch(in: text, range: all) != nil
    }
  }
}
