import JSONText
import PactBroker
import Testing

@Suite struct ConsumerVersionSelectorTests {
  @Test(arguments: [
    #"{"mainBranch": true}"#, #"{"mainBranch": true, "consumer": "web"}"#,
    #"{"mainBranch": true, "latest": true}"#, #"{"branch": "feat/x"}"#, #"{"branch": true}"#,
    #"{"branch": "feat/x", "fallbackBranch": "main"}"#,
    #"{"branch": "feat/x", "fallbackToMainBranch": true}"#, #"{"matchingBranch": true}"#,
    #"{"tag": "dev"}"#, #"{"tag": "dev", "latest": true, "fallbackTag": "main"}"#,
    #"{"latest": true, "consumer": "web"}"#, #"{"deployed": true}"#, #"{"released": true}"#,
    #"{"deployedOrReleased": true}"#, #"{"deployed": true, "environment": "prod"}"#,
    #"{"environment": "prod"}"#,
  ])
  func `a selector is passed on as it is`(text: String) throws {
    let selectors = try ConsumerVersionSelector.read(text, hasProviderBranch: true)
    #expect(selectors.map(\.json.text) == [text])
  }

  @Test func `a list holds several`() throws {
    let text = #"[{"mainBranch": true}, {"deployed": true}]"#
    #expect(try ConsumerVersionSelector.read(text, hasProviderBranch: false).count == 2)
  }

  @Test(arguments: [
    ("main", "it is no JSON: 1:1: "), ("true", #"expected an object such as {"mainBranch": true}"#),
    (#"{"mainbranch": true}"#, "there is no key 'mainbranch'; the keys are mainBranch, branch, "),
    (#"{"mainBranch": false}"#, "expected true for 'mainBranch', found false; leave it out"),
    (#"{"branch": 1}"#, "expected a name for 'branch', found 1"),
    (#"{"tag": " "}"#, #"expected a name for 'tag', found " ""#),
    (#"{"latest": 1}"#, "expected true or false for 'latest', found 1"),
    ("{}", "it chooses nothing; give 'mainBranch', "),
    (#"{"consumer": "web"}"#, "it chooses nothing"), (#"{"latest": false}"#, "it chooses nothing"),
    (
      #"{"mainBranch": true, "tag": "dev"}"#,
      "'mainBranch' and 'tag' do not go together; give two selectors instead"
    ),
    (#"{"branch": "a", "environment": "b"}"#, "'branch' and 'environment' do not go together"),
    (#"{"environment": "b", "latest": true}"#, "'environment' and 'latest' do not go together"),
    (#"{"matchingBranch": true, "latest": true}"#, "'matchingBranch' and 'latest' do not go"),
    (#"{"fallbackBranch": "main"}"#, "'fallbackBranch' needs 'branch'"),
    (#"{"tag": "a", "fallbackTag": "b"}"#, #"'fallbackTag' needs '"latest": true'"#),
    (#"{"deployed": true, "released": true}"#, "'deployedOrReleased' means both"),
  ])
  func `what is wrong with a selector is told`(text: String, reason: String) {
    let error = #expect(throws: SelectorError.self) {
      try ConsumerVersionSelector.read(text, hasProviderBranch: true)
    }
    #expect(error?.description.contains(reason) == true, "\(String(describing: error))")
  }

  @Test func `matchingBranch needs the provider's branch`() {
    let error = #expect(throws: SelectorError.self) {
      try ConsumerVersionSelector.read(#"{"matchingBranch": true}"#, hasProviderBranch: false)
    }
    #expect(error?.description == "'matchingBranch' needs --provider-branch, which it is to match")
  }
}
