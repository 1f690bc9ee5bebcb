import ContractModel
import Testing

@testable import ContractVerifier

@Suite(.timeLimit(.minutes(1)))
struct CheckCompilerTests {
  private static let items: [VerificationItem] = {
    let interactions = (0..<1_000).map { number in
      Interaction(
        description: "number \(number)",
        content: .http(HTTPRequest(path: "/\(number)"), HTTPResponse(status: 200)))
    }
    let contract = Contract(consumer: "c", provider: "p", interactions: interactions)
    return interactions.map { VerificationItem($0, of: contract) }
  }()

  private func url(_ compiler: CheckCompiler, _ index: Int) -> String? {
    guard case .check(let check) = compiler.compiled(index) else { return nil }
    return check.request.url
  }

  @Test(arguments: [1, 7, 999])
  func `each interaction is compiled, in whatever order it is asked for`(step: Int) {
    let compiler = CheckCompiler(Self.items, VerifierConfiguration(providerURL: "http://h"))
    compiler.start()
    for place in 0..<1_000 {
      let index = place * step % 1_000
      #expect(url(compiler, index) == "http://h/\(index)")
    }
    compiler.stop()
  }

  @Test func `it may be stopped before its end, or never started`() {
    for isStarted in [true, false] {
      let compiler = CheckCompiler(Self.items, VerifierConfiguration(providerURL: "http://h"))
      if isStarted { compiler.start() }
      #expect(url(compiler, 500) == "http://h/500")
      compiler.stop()
    }
  }
}
