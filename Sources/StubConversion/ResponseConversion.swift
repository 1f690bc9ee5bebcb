import ContractFiles
import ContractMatching
import ContractModel
import FaultModel
import JSONText
import MockEngine
import StubMatching
import StubModel

/// Converts the response of a stub.
struct ResponseConversion {
  /// Whether the values of the stub count, and not only their types.
  let isExact: Bool
  /// The time that templates see.
  let now: Moment
  /// Gives the content of a file in `__files`.
  let readFile: (String, StubMapping) throws -> [UInt8]

  /// Converts a response.
  ///
  /// - Parameters:
  ///   - stub: the stub.
  ///   - request: the example request, which templates may speak of.
  /// - Throws: ``StubProblem`` when there is no answer that a contract could have.
  func response(
    of stub: CompiledStub, to request: StubRequest, _ notes: inout ConversionNotes
  ) throws(StubProblem) -> HTTPResponse {
    let response = stub.mapping.response
    let cursor = response.cursor
    guard (200...599).contains(response.status) else {
      throw (cursor["status"] ?? cursor).problem(
        "not converted: a contract has no status \(response.status)")
    }
    lose(response, &notes)
    var (fields, bytes) = try plain(stub, &notes)
    if let rendered = try rendered(stub, request, &notes) { (fields, bytes) = rendered }
    fields = fields.filter { !Self.isLeftOut($0.name) }
    var named = fields.header("content-type")
    if case .json = response.body { named = named ?? "application/json" }
    let (body, rules) = body(bytes, named, fields)
    return HTTPResponse(
      status: response.status, headers: fields, body: body, rules: self.rules(fields) + rules)
  }

  private func lose(_ response: StubResponse, _ notes: inout ConversionNotes) {
    let cursor = response.cursor
    if let reason = cursor["statusMessage"] {
      notes.lose("the reason phrase is no part of a contract", at: reason)
    }
    for name in ["fixedDelayMilliseconds", "delayDistribution", "chunkedDribbleDelay"] {
      guard let delay = cursor[name] else { continue }
      notes.lose("a delay is no part of a contract; it belongs into a fault script", at: delay)
    }
    for transformer in cursor["transformers"]?.elements ?? []
    where transformer.value.string != "response-template" {
      notes.lose("what this transformer does is not known here", at: transformer)
    }
  }

  /// Whether a header field differs each time, or is about the connection.
  private static func isLeftOut(_ name: String) -> Bool {
    !name.equalsIgnoringCase("content-encoding") && TrafficRedaction().isNoise(name)
  }

  // MARK: - What is sent

  private func plain(
    _ stub: CompiledStub, _ notes: inout ConversionNotes
  ) throws(StubProblem) -> ([Field], [UInt8]) {
    let response = stub.mapping.response
    switch response.body {
    case .none: return (response.headers, [])
    case .text(let text): return (response.headers, Array(text.utf8))
    case .json(let value): return (response.headers, Array(value.description.utf8))
    case .bytes(let bytes): return (response.headers, bytes)
    case .file(let name):
      if response.isTemplate, name.contains("{{") { return (response.headers, []) }
      do {
        return (response.headers, try readFile(name, stub.mapping))
      } catch {
        let cursor = response.cursor
        notes.lose(
          "the body is left out: \(error)", at: cursor["bodyFileName"] ?? cursor)
        return (response.headers, [])
      }
    }
  }

  /// What the templates give for the example request, or `nil` when there are none.
  private func rendered(
    _ stub: CompiledStub, _ request: StubRequest, _ notes: inout ConversionNotes
  ) throws(StubProblem) -> ([Field], [UInt8])? {
    let response = stub.mapping.response
    guard response.isTemplate, Self.isTemplate(response) else { return nil }
    let cursor = response.cursor
    let names = ["body", "jsonBody", "bodyFileName", "headers"]
    let place = names.compactMap { cursor[$0] }.first { $0.value.text.contains("{{") } ?? cursor
    var random = SeededGenerator(seed: 0, stream: "stub conversion", position: 0)
    do {
      let image = try stub.render(
        request, id: "00000000-0000-4000-8000-000000000000", at: now, &random
      ) { name in try readFile(name, stub.mapping) }
      guard let image else { return nil }
      if !response.isOnlyFile {
        notes.lose(
          "the template's expressions are lost: the answer is the one to the example request",
          at: place)
      }
      let bytes = image.bytes
      return (Self.fields(bytes[..<image.headLength]), Array(bytes[image.headLength...]))
    } catch {
      throw place.problem(
        "not converted: the template has no answer to the example request: \(error)")
    }
  }

  /// Whether there is something to be rendered, as far as it shows.
  private static func isTemplate(_ response: StubResponse) -> Bool {
    let isInHeaders = response.headers.contains { $0.values.contains { $0.contains("{{") } }
    return switch response.body {
    case .text(let text): isInHeaders || text.contains("{{")
    case .json(let value): isInHeaders || value.text.contains("{{")
    case .file: true
    case .none, .bytes: isInHeaders
    }
  }

  /// The fields of a head, but for those that tell which stub answered.
  private static func fields(_ head: ArraySlice<UInt8>) -> [Field] {
    let lines = String(decoding: head, as: UTF8.self).split(separator: "\r\n").dropFirst()
    let fields = lines.compactMap { line -> Field? in
      guard let colon = line.firstIndex(of: ":") else { return nil }
      let value = line[line.index(after: colon)...].drop { $0 == " " }
      return Field(String(line[..<colon]), [String(value)])
    }
    return TrafficRedaction.joined(fields).filter { !$0.name.hasPrefix("Matched-Stub-") }
  }

  // MARK: - What it has to be like

  private func rules(_ fields: [Field]) -> [MatchingRuleSet] {
    guard !isExact else { return [] }
    return fields.filter { !$0.name.equalsIgnoringCase("content-type") }.map { field in
      let isEmpty = field.values.contains("")
      return MatchingRuleSet(
        .header, field.name, rules: [isEmpty ? Rule.anything : Rule.regex(".+")])
    }
  }

  private func body(
    _ bytes: [UInt8], _ named: String?, _ fields: [Field]
  ) -> (Body, [MatchingRuleSet]) {
    guard !bytes.isEmpty else { return (.missing, []) }
    guard let text = String(validating: bytes, as: UTF8.self), !bytes.contains(0),
      fields.header("content-encoding") == nil
    else {
      return (
        Body(.binary(bytes), contentType: named ?? "application/octet-stream"), loose(Rule.notEmpty)
      )
    }
    let looks = text.first { !$0.isWhitespace }
    if named.map({ MediaType($0).isJSON }) ?? (looks == "{" || looks == "["),
      let json = try? JSONDocument(parsing: bytes).root
    {
      // In a file, null would stand for no body.
      if json.isNull { return (Body(.binary(bytes), contentType: named), []) }
      return (
        Body(.json(json), contentType: named ?? "application/json"),
        isExact ? [] : RuleInference.rules(for: json)
      )
    }
    let isXML = named.map { MediaType($0).isXML } ?? false
    return (
      Body.text(text, contentType: named ?? "text/plain"), loose(isXML ? Rule.type : Rule.notEmpty)
    )
  }

  private func loose(_ rule: JSONValue) -> [MatchingRuleSet] {
    isExact ? [] : [MatchingRuleSet(.body, "$", rules: [rule])]
  }
}

extension StubResponse {
  /// Whether nothing but a file could be a template, which need not be one.
  fileprivate var isOnlyFile: Bool {
    guard case .file(let name) = body, !name.contains("{{") else { return false }
    return !headers.contains { $0.values.contains { $0.contains("{{") } }
  }
}
