import ContractMatching
import JSONText
import Testing

@Suite struct MockServerURLGeneratorTests {
  private let definition =
    #"{"type": "MockServerURL", "example": "http://localhost:1234/orders/5678","#
    + #" "regex": ".*(\\/orders\\/\\d+)$"}"#

  @Test(arguments: [
    ("http://127.0.0.1:41234", "http://127.0.0.1:41234/orders/5678"),
    ("http://127.0.0.1:41234/", "http://127.0.0.1:41234/orders/5678"),
    ("https://a.b:1/sub", "https://a.b:1/sub/orders/5678"),
  ])
  func `the first group follows the URL of the mock`(url: String, expected: String) throws {
    let value = try GeneratorTesting.value(definition, try GeneratorTesting.context(url: url))
    #expect(value.string == expected)
  }

  @Test(arguments: [
    (#"[^/]*//[^/]*(/(a))/b"#, "http://m/a"), (#".*?:1(.*)"#, "http://m/a/b"),
    (#"(?:.*)(b)"#, "http://mb"), (#"(x)?.*"#, nil), (#"(?<p>.*)"#, "http://mhttp://h:1/a/b"),
    (#".*()"#, "http://m"),
  ])
  func `the group is that of the whole match`(regex: String, expected: String?) throws {
    let definition =
      #"{"type": "MockServerURL", "example": "http://h:1/a/b", "regex": "\#(regex)"}"#
    guard let expected else {
      #expect(try GeneratorTesting.compilationError(definition)?.contains("no group") == true)
      return
    }
    let value = try GeneratorTesting.value(
      definition, try GeneratorTesting.context(url: "http://m"))
    #expect(value.string == expected)
  }

  @Test func `without a mock there is no URL`() throws {
    let error = #expect(throws: GenerationError.self) {
      try GeneratorTesting.value(definition, try GeneratorTesting.context())
    }
    #expect(error?.message == "the URL of the mock is not known")
    #expect(error?.definition?["type"]?.string == "MockServerURL")
  }
}
