import ContractMatching
import ContractModel
import MockEngine
import StubMatching

/// Plays a converted contract, to see which interaction answers the example of another.
struct ContractRehearsal {
  private var engine: MockEngine

  init(_ contract: Contract) {
    var compiler = MockCompiler(MockOptions())
    compiler.add(contract)
    engine = MockEngine(compiler.interactions, options: MockOptions())
  }

  /// The description of the interaction that answers a request, or `nil` when none does.
  ///
  /// - Parameter state: the provider state that is selected, or `nil`.
  mutating func answer(to request: StubRequest, state: String?) -> String? {
    var text = "\(request.method) \(request.target) HTTP/1.1\r\n"
    for header in request.headers { text += "\(header.name): \(header.value)\r\n" }
    if let state { text += "X-Counterpart-State: \(state)\r\n" }
    let bytes = Array("\(text)\r\n".utf8)
    var head = RequestHead()
    guard RequestHeadParser.parse(bytes.span, into: &head) == .complete,
      case .play(let place) = engine.decide(
        head, bytes.span, body: request.body.bytes.isEmpty ? nil : request.body.bytes, at: .zero)
    else { return nil }
    return engine.interactions[place].description
  }
}
