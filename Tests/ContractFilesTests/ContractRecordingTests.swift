import ContractFiles
import ContractModel
import JSONText
import Testing

@Suite struct ContractRecordingTests {
  typealias Entry = ContractRecording.Entry

  static func interaction(_ description: String, path: String = "/") -> Interaction {
    Interaction(
      description: description,
      content: .http(HTTPRequest(method: "GET", path: path), HTTPResponse(status: 200)))
  }

  static let empty = Contract(consumer: "web-shop", provider: "order-service")

  func record(
    _ entries: [Entry], into contract: Contract = empty, of suite: String = "A",
    replaces: Bool = false
  ) throws -> Contract {
    try ContractRecording.merge(entries, into: contract, of: suite, replaces: replaces)
  }

  func names(_ contract: Contract) -> [String] { contract.interactions.map(\.description) }

  @Test func `the order is that of the descriptions, whatever the tests' was`() throws {
    let entries = ["c", "a", "b"].map { Entry(Self.interaction($0), tests: ["A/x"]) }
    let one = try record(entries)
    #expect(names(one) == ["a", "b", "c"])
    #expect(try record(entries.reversed()) == one)
    #expect(one.interactions.map(\.testName) == ["A/x", "A/x", "A/x"])
  }

  @Test func `an interaction names all of its tests`() throws {
    let both = try record(
      [
        Entry(Self.interaction("a"), tests: ["A/y"]), Entry(Self.interaction("a"), tests: ["A/x"]),
      ])
    let comments = try #require(both.interactions.first?.comments)
    #expect(comments.text == #"{"testname":"A/x","tests":["A/x","A/y"]}"#)
    #expect(both.interactions.count == 1)
  }

  @Test func `a filtered run only adds, a full one leaves out what is no more`() throws {
    let old = try record(["a", "b"].map { Entry(Self.interaction($0), tests: ["A/x"]) })
    let new = [Entry(Self.interaction("b"), tests: ["A/x"])]
    #expect(names(try record(new, into: old)) == ["a", "b"])
    #expect(names(try record(new, into: old, replaces: true)) == ["b"])
    #expect(names(try record([], into: old, replaces: true)) == [])
  }

  @Test func `what other suites need stays, and what nobody's test made`() throws {
    let hand = Contract(
      consumer: "web-shop", provider: "order-service", interactions: [Self.interaction("h")])
    let first = try record([Entry(Self.interaction("a"), tests: ["A/x"])], into: hand)
    let both = try record(
      [Entry(Self.interaction("a"), tests: ["B/x"]), Entry(Self.interaction("b"), tests: ["B/x"])],
      into: first, of: "B")
    #expect(names(both) == ["a", "b", "h"])
    let without = try record([], into: both, of: "A", replaces: true)
    #expect(names(without) == ["a", "b", "h"])
    #expect(without.interactions[0].comments?.text == #"{"testname":"B/x"}"#)
    // A suite whose name only begins like another's is another.
    #expect(names(try record([], into: both, of: "", replaces: true)) == ["a", "b", "h"])
  }

  @Test func `a suite changes its own interactions, and no others`() throws {
    let old = try record([Entry(Self.interaction("a"), tests: ["A/x"])])
    let changed = [Entry(Self.interaction("a", path: "/new"), tests: ["A/x"])]
    let new = try record(changed, into: old)
    guard case .http(let request, _)? = new.interactions.first?.content else {
      return #expect(Bool(false), "no interaction")
    }
    #expect(request.path == "/new")
    let error = #expect(throws: Diagnostic.self) { try record(changed, into: old, of: "B") }
    #expect(error?.message.contains("conflicts") == true)
    #expect(throws: Diagnostic.self) {
      try record(
        [
          Entry(Self.interaction("a"), tests: ["A/x"]),
          Entry(Self.interaction("a", path: "/new"), tests: ["A/y"]),
        ])
    }
  }

  @Test func `other comments stay`() throws {
    var interaction = Self.interaction("a")
    interaction.comments = try JSONDocument(
      parsing: Array(#"{"text":["t"],"testname":"mine"}"#.utf8)
    ).root
    let contract = try record([Entry(interaction, tests: ["A/x"])])
    #expect(contract.interactions.first?.comments?.text == #"{"text":["t"],"testname":"A/x"}"#)
  }
}
