import ContractFiles
import ContractMatching
import ContractModel
import FaultModel
import JSONText
import MockEngine
import StubConversion
import StubMatching
import StubModel
import Testing

/// Stub mappings and the contract that they were converted to, each played by an engine.
struct StubPair {
  let conversion: Conversion
  let mappings: [StubMapping]
  private var stubs: MockEngine
  private var contract: MockEngine
  private let images: ImagePool
  /// What `lint` says of the contract.
  let lint: [Diagnostic]

  static let files = ["order.json": #"{"id": 7, "note": "from a file"}"#, "page.html": "<p>Hi</p>"]

  /// The content of one of the files.
  static func content(_ name: String) throws -> [UInt8] {
    guard let content = files[name] else { throw Diagnostic(.error, "no file '\(name)'") }
    return Array(content.utf8)
  }

  /// Whether a body lies in a file; of the conformance data several have files of the same name.
  var usesFiles: Bool {
    mappings.contains { if case .file = $0.response.body { true } else { false } }
  }

  /// Whether no answer was changed: neither a template nor a file that could not be read.
  var isTheSame: Bool {
    conversion.diagnostics.allSatisfy { !$0.message.hasPrefix("/response") }
  }

  /// - Parameters:
  ///   - text: the content of a file with mappings.
  ///   - read: gives the content of a file in `__files`.
  init(
    _ text: String, isExact: Bool = false, file name: String = "mappings/a.json",
    read: @escaping (String) throws -> [UInt8] = Self.content
  ) throws {
    let file = ContractFile(reading: Array(text.utf8), file: name)
    guard case .stubs(let mappings)? = file.content else {
      throw file.diagnostics.first ?? Diagnostic(.error, "no stubs")
    }
    self.mappings = mappings
    var converter = StubConverter(
      consumer: "web-shop", provider: "order-service", isExact: isExact, .strict
    ) { name, _ in try read(name) }
    conversion = converter.convert(mappings)
    var compiler = MockCompiler(MockOptions())
    compiler.add(mappings)
    stubs = MockEngine([], options: MockOptions(), stubs: compiler.stubs)
    let (played, lint) = try Self.play(conversion.contract)
    self.lint = lint
    images = played.images
    contract = MockEngine(played.interactions, options: MockOptions())
  }

  /// Writes a contract, reads it again and compiles it.
  private static func play(_ contract: Contract) throws -> (MockCompiler, [Diagnostic]) {
    let bytes = try PactWriter(specification: .v4).bytes(contract)
    let file = ContractFile(reading: bytes, file: "pact.json")
    guard case .contract(let read)? = file.content else {
      throw file.diagnostics.first ?? Diagnostic(.error, "no contract")
    }
    var compiler = MockCompiler(MockOptions())
    compiler.add(read)
    var diagnostics = file.diagnostics + compiler.diagnostics
    for interaction in read.interactions {
      guard case .http(let request, let response) = interaction.content else { continue }
      do {
        for mismatch in try RuleReview.mismatches(ofExample: request, .v4, places: PlaceFinder())
          + RuleReview.mismatches(ofExample: response, places: PlaceFinder())
        {
          diagnostics.append(
            Diagnostic(.error, "'\(interaction.description)': \(mismatch.message)"))
        }
      } catch {
        diagnostics.append(Diagnostic(.error, "'\(interaction.description)': \(error)"))
      }
    }
    return (compiler, diagnostics)
  }

  /// What the stubs answer, as status and body; `nil` when none does.
  mutating func stubAnswer(_ request: String, body: String?) throws -> Answer? {
    let (head, bytes) = try Self.head(request)
    let content = body.map { Array($0.utf8) }
    guard case .stub(let slot, _) = stubs.decide(head, bytes.span, body: content, at: .zero),
      let stub = stubs.stubs.stub(at: slot)
    else { return nil }
    let lines = request.split(separator: "\n")
    let start = lines[0].split(separator: " ")
    let headers = lines.dropFirst().map { line in
      let parts = line.split(separator: ": ", maxSplits: 1)
      return (name: String(parts[0]), value: String(parts[1]))
    }
    let seen = StubRequest(
      method: String(start[0]), target: String(start[1]), headers: headers, body: content)
    var random = SeededGenerator(seed: 1, stream: "test", position: 0)
    let now = Moment(secondsSinceEpoch: 1_800_000_000)
    let image =
      try stub.render(seen, id: "1", at: now, &random) { Array((Self.files[$0] ?? "").utf8) }
      ?? stub.answer.image ?? stub.answer.image(body: fileBody(stub))
    return Answer(image.bytes, headLength: image.headLength)
  }

  private func fileBody(_ stub: CompiledStub) -> [UInt8] {
    guard case .file(let name) = stub.mapping.response.body else { return [] }
    return Array((Self.files[name] ?? "").utf8)
  }

  /// What the contract's mock answers, or a text that says why it does not.
  mutating func contractAnswer(_ request: String, body: String?) throws -> Answer? {
    let (head, bytes) = try Self.head(request)
    let content = body.map { Array($0.utf8) }
    guard case .play(let place) = contract.decide(head, bytes.span, body: content, at: .zero)
    else { return nil }
    let image = contract.interactions[place].image
    let range = image.start..<image.start + image.length
    return Answer(Array(images.bytes[range]), headLength: image.headLength)
  }

  private static func head(_ request: String) throws -> (RequestHead, [UInt8]) {
    let bytes = Array((request + "\n\n").replacing("\n", with: "\r\n").utf8)
    var head = RequestHead()
    guard RequestHeadParser.parse(bytes.span, into: &head) == .complete else {
      throw Diagnostic(.error, "no request: \(request)")
    }
    return (head, bytes)
  }

  /// Status and body; JSON by its value.
  struct Answer: Hashable, CustomStringConvertible {
    let status: String
    let text: String
    let json: JSONValue?

    init(_ image: [UInt8], headLength: Int) {
      let head = String(decoding: image[..<headLength], as: UTF8.self)
      self.init(status: String(head.split(separator: " ")[1]), Array(image[headLength...]))
    }

    init(status: String, _ bytes: [UInt8]) {
      self.status = status
      json = try? JSONDocument(parsing: bytes).root
      text = json == nil ? String(decoding: bytes, as: UTF8.self) : ""
    }

    var description: String { "\(status) \(json?.description ?? text)" }
  }
}
