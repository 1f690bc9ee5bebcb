import ContractModel
import HTTPExchange
import JSONText
import ProcessControl
import Testing

@testable import ContractVerifier

@Suite struct StateChangeTests {
  static func change(_ parameters: String?, name: String = "an order & more") throws -> StateChange
  {
    StateChange(
      consumer: "web-shop",
      state: ProviderState(name, parameters: try parameters.map { try JSONValue(parsing: $0) }),
      action: .setUp)
  }

  /// Compared with what the field's own verifier sends.
  @Test func `in a query the parameters stand beside state and action, sorted`() throws {
    let change = try Self.change(
      #"{"tags": ["a", "b"], "id": 42, "name": "x y", "nul": null, "flag": true, "o": {"k": 1}}"#)
    let query = """
      action=setup&flag=true&id=42&name=x%20y&nul=null&o=%7B%22k%22%3A1%7D\
      &state=an%20order%20%26%20more&tags=%5B%22a%22%2C%22b%22%5D
      """
    #expect(change.url(extending: "http://h/s?x=1") == "http://h/s?x=1&\(query)")
    #expect(change.url(extending: "http://h/s#part") == "http://h/s?\(query)")
    #expect(change.url(extending: "http://h/s?") == "http://h/s?\(query)")
  }

  @Test func `a parameter does not take the place of the state`() throws {
    let change = try Self.change(#"{"state": "other", "action": "teardown"}"#, name: "s")
    #expect(change.url(extending: "http://h") == "http://h?action=setup&state=s")
  }

  @Test func `a command finds the same in its environment`() throws {
    let change = try Self.change(#"{"id": 42}"#, name: "s")
    let json = #"{"consumer":"web-shop","state":"s","params":{"id":42},"action":"setup"}"#
    #expect(String(decoding: change.json, as: UTF8.self) == json)
    #expect(
      change.variables.map { "\($0.name)=\($0.value)" } == [
        "COUNTERPART_STATE_CHANGE=\(json)", "COUNTERPART_CONSUMER=web-shop",
        "COUNTERPART_STATE=s", #"COUNTERPART_PARAMS={"id":42}"#, "COUNTERPART_ACTION=setup",
      ])
  }

  static func answer(_ status: Int, _ body: String = "") -> StateAnswer {
    StateAnswer(
      HTTPExchangeResponse(status: status, body: Array(body.utf8)), from: "http://me:pw@h/s")
  }

  @Test func `an object is values, and other content is not`() throws {
    let values = #"{"id": 7, "unknown": "no"}"#
    #expect(Self.answer(200, values) == .changed(values: try JSONValue(parsing: values)))
    for body in ["", "done", "[1]", "7", "{"] {
      #expect(Self.answer(204, body) == .changed(values: nil))
    }
  }

  @Test func `a provider says by a member that it does not know a state`() {
    for status in [200, 202, 400, 404, 422] {
      let text = #"{"unknown": true}"#
      #expect(Self.answer(status, text) == .unknown("\(status) from http://***@h/s: \(text)"))
    }
    #expect(Self.answer(500, #"{"unknown": true}"#) != .unknown(""))
  }

  @Test(arguments: [400, 401, 404, 405, 500, 503, 301])
  func `any other status is a failure`(status: Int) {
    #expect(Self.answer(status) == .failed("\(status) from http://***@h/s"))
  }

  @Test func `a command fails by its exit code, and tells why on standard error`() {
    func answer(_ end: CommandOutput.End, _ output: String = "", _ errors: String = "")
      -> StateAnswer
    {
      StateAnswer(
        CommandOutput(end: end, output: Array(output.utf8), errors: Array(errors.utf8)),
        limit: .seconds(30))
    }
    #expect(answer(.code(0), "all is well\n") == .changed(values: nil))
    #expect(
      answer(.code(0), #"{"unknown":true}"#) == .unknown(#"the command wrote "unknown": true"#))
    #expect(
      answer(.code(3), "{}", "no database\n")
        == .failed("the command ended with exit code 3: no database"))
    #expect(answer(.signal(9)) == .failed("the command was ended by signal 9"))
    #expect(
      answer(.timeout, "", "waiting")
        == .failed("the command did not end within 30 s and was killed: waiting"))
  }
}
