import ContractMatching
import ContractModel
import JSONText
import Testing

@testable import ContractVerifier

@Suite struct CommandMessageTests {
  @Test(arguments: [
    (#"{"contents": {"id": 1.50}}"#, #"{"id": 1.50}"#, "application/json"),
    (#"{"contents": null}"#, "null", "application/json"),
    (
      #"{"contents": [1], "contentType": "application/vnd.a+json"}"#, "[1]",
      "application/vnd.a+json"
    ),
    (#"{"text": "a, b"}"#, "a, b", "text/plain"),
    (#"{"text": "<a/>", "metadata": {"contentType": "text/xml"}}"#, "<a/>", "text/xml"),
    (#"{"base64": "AQL/"}"#, "\u{1}\u{2}\u{FF}", "application/octet-stream"),
  ])
  func `a message has its contents in one of three forms`(
    json: String, contents: String, type: String
  ) throws {
    let message = try CommandMessage.message(Array((json + "\n").utf8))
    let expected = contents.unicodeScalars.map { UInt8($0.value) }
    #expect(message.contents == expected)
    #expect(message.contentType == type)
  }

  @Test func `a message may have no contents, and metadata of any kind`() throws {
    let message = try CommandMessage.message(Array(#"{"metadata": {"topic": "a", "n": 1}}"#.utf8))
    #expect(message.contents == nil)
    #expect(message.metadata?["n"]?.integer == 1)
  }

  @Test func `replies are a list`() throws {
    let list = try CommandMessage.list(Array(#"[{"contents": 1}, {"text": "x"}]"#.utf8))
    #expect(list.map(\.contents) == [[0x31], [0x78]])
  }

  @Test(arguments: [
    ("", "it wrote nothing"), (" \n", "it wrote nothing"), ("hello", "what is no JSON"),
    ("[]", "it wrote an array"), (#""x""#, "it wrote a string"),
    (#"{"content": 1}"#, "a member 'content'"),
    (#"{"contents": 1, "text": "x"}"#, "both 'contents' and 'text'"),
    (#"{"base64": "%"}"#, "a 'base64' that is none"), (#"{"base64": 1}"#, "a number as 'base64'"),
    (#"{"text": []}"#, "an array as 'text'"), (#"{"metadata": "x"}"#, "a string as 'metadata'"),
  ])
  func `what is no message is an error that shows one`(output: String, found: String) throws {
    let error = #expect(throws: VerificationError.self) {
      try CommandMessage.message(Array(output.utf8))
    }
    let message = try #require(error?.message)
    #expect(message.contains(#"{"contents": {…}, "metadata": {…}}"#))
    #expect(message.contains(found), "\(message)")
  }
}
