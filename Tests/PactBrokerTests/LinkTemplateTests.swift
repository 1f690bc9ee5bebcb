import PactBroker
import Testing

@Suite struct LinkTemplateTests {
  @Test(arguments: [
    ("/pacts/provider/{provider}/latest", "/pacts/provider/order%20service%2F1/latest"),
    ("/{provider}/{provider}", "/order%20service%2F1/order%20service%2F1"),
    ("/nothing", "/nothing"),
  ])
  func `variables are replaced by their escaped values`(link: String, expanded: String) {
    #expect(LinkTemplate.expand(link, ["provider": "order service/1"]) == expanded)
  }

  @Test(arguments: ["/{other}", "/{provider", "/{}", "/{?provider}"])
  func `a link that cannot be expanded is none`(link: String) {
    #expect(LinkTemplate.expand(link, ["provider": "p"]) == nil)
  }
}
