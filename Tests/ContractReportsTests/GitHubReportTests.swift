import ContractModel
import Testing

@testable import ContractReports

@Suite struct GitHubReportTests {
  static func lines(_ result: VerificationResult) -> [String] {
    GitHubReport(result, token: "T0k3n", color: false).text()
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// The lines behind the text.
  static func annotations(_ result: VerificationResult) -> [String] {
    Array(lines(result).drop { $0 != "::T0k3n::" }.dropFirst().dropLast())
  }

  @Test func `has the text between two lines that keep commands off, then annotations`() {
    let text = GitHubReport(.sample, token: "T0k3n", color: false).text()
    #expect(
      text == """
        ::stop-commands::T0k3n
        \(Golden.text)::T0k3n::
        ::error file=contracts/web-shop-order-service.json,line=14,title=failed%3A a request for \
        order 7 (given order 7 exists%2C it is paid) [web-shop → order-service]::status: Expected \
        status '200' but was '500'%0Abody $.id: Expected '8' (String) to be an integer
        ::error file=contracts/web-shop-order-service.json,line=60,title=error%3A a request for \
        order 9 [web-shop → order-service]::nothing listens on 127.0.0.1:8080
        ::warning title=pending%3A a new order [web-shop → order-service]::header Location: \
        Expected header 'Location' but it was missing
        ::warning title=counterpart verify::no --state-url for provider state "order 7 exists"

        """)
  }

  @Test func `escapes what would be a command, a property or a line`() {
    let text = "50% a:b,c\r\n::error::x\u{1B}"
    let mismatch = Mismatch(
      .body, path: "$", expected: "1", actual: "2", message: text,
      location: FileLocation(file: text, line: 3))
    #expect(
      Self.annotations(.of([.sample(text, .failed, consumer: "a", mismatches: [mismatch])])) == [
        #"::error file=50%25 a%3Ab%2Cc\r\n%3A%3Aerror%3A%3Ax\u001B,line=3,"#
          + #"title=failed%3A 50%25 a%3Ab%2Cc\r\n%3A%3Aerror%3A%3Ax\u001B [a → order-service]"#
          + #"::body $: 50%25 a:b,c\r\n::error::x\u001B"#
      ])
  }

  @Test func `line ends in a message are escaped`() {
    #expect(GitHubCommand.line("error", [("file", nil)], "a\r\nb%") == "::error::a%0D%0Ab%25")
  }

  @Test func `a command with several lines stays between the two lines`() throws {
    var result = InteractionResult.sample("x", .failed)
    result.reproduce = "curl -d '\n::set-output name=a::b\n'"
    let lines = Self.lines(.of([result]))
    let command = try #require(lines.firstIndex(of: "::set-output name=a::b"))
    #expect(lines.first == "::stop-commands::T0k3n")
    #expect(command < (try #require(lines.firstIndex(of: "::T0k3n::"))))
  }

  @Test func `tells at most 20 mismatches of an interaction`() {
    let mismatch = Mismatch(.body, path: "$", expected: "1", actual: "2", message: "No")
    let line = Self.annotations(
      .of([.sample("x", .failed, mismatches: .init(repeating: mismatch, count: 23))]))
    #expect(line.count == 1)
    #expect(line.first?.hasSuffix("%0Abody $: No%0A… and 3 more") == true)
  }
}
