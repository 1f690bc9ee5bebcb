import JSONText
import ResponseTemplate
import Testing

@Suite struct ResponseTemplateTests {
  @Test(arguments: [
    ("{{request.url}}", "/orders/42/items?q=red+shoes&page=2&page=3&empty"),
    ("{{request.path}} {{request.path.[1]}} {{request.path.id}}", "/orders/42/items 42 42"),
    ("{{request.pathSegments.[0]}}|{{request.pathSegments.[9]}}", "orders|"),
    ("{{request.query.q}}|{{request.query.page}}|{{request.query.page.[1]}}", "red shoes|2|3"),
    ("{{request.query.page.first}}{{request.query.page.last}}{{request.query.page.[-2]}}", "232"),
    ("{{request.query.nope}}", ""), ("{{request.method}} {{request.id}}", "POST r-1"),
    ("{{request.headers.x-single}} {{request.headers.[Accept].[1]}}", "one b"),
    ("{{request.cookies.session}} {{request.cookies.theme}}", "abc=1 dark"),
    ("{{request.host}}:{{request.port}}", "shop.example.com:8080"),
    ("{{request.baseUrl}} {{request.scheme}}", "http://shop.example.com:8080 http"),
    ("{{request.clientIp}} {{request.requestLine.port}}", "127.0.0.1 8080"),
    ("{{parameters.who}} {{parameters.list.[1]}} {{parameters.list}}", "Ann 2 [1,2,3]"),
  ])
  func `the model of the request`(template: String, wanted: String) throws {
    #expect(try Rendered.text(template) == wanted)
  }

  @Test(arguments: [
    ("a {{! x }}b{{!-- }} --}}c", "a bc"), (#"\{{x}} \\{{parameters.who}}"#, #"{{x}} \Ann"#),
    ("a  {{~ parameters.who ~}}  b", "aAnnb"),
    ("{{{parameters.who}}}{{& parameters.who}}", "AnnAnn"),
    ("{{#if parameters.on}}y{{else}}n{{/if}}", "y"),
    ("{{#unless parameters.on}}y{{^}}n{{/unless}}", "n"),
    ("{{#if parameters.x}}1{{else if parameters.on}}2{{else}}3{{/if}}", "2"),
    (
      "{{#each parameters.list}}{{@index}}={{this}}{{#unless @last}},{{/unless}}{{/each}}",
      "0=1,1=2,2=3"
    ),
    ("{{#each people as |p key|}}{{key}}:{{p.n}}{{@key}} {{/each}}", "a:Aa b:Bb "),
    ("{{#each people}}{{n}}{{../parameters.who}}{{@first}} {{/each}}", "AAnntrue BAnnfalse "),
    ("{{#each parameters.none}}x{{else}}none{{/each}}", "none"),
    ("{{#with people.a as |x|}}{{n}}{{x.n}}{{./n}}{{this.n}}{{/with}}", "AAAA"),
    ("{{#people}}{{a.n}}{{/people}}{{^parameters.none}}!{{/parameters.none}}", "A!"),
    ("{{#parameters.list}}<{{.}}>{{/parameters.list}}", "<1><2><3>"),
    ("{{#each parameters.list}}{{@root.parameters.who}}{{/each}}", "AnnAnnAnn"),
    ("{{upper (trim '  x ')}}{{join 'a' (lower 'B') '-'}}", "Xa-b"),
    ("{{lookup people.b 'n'}}{{lookup parameters.list 0}}", "B1"), ("}} {", "}} {"),
  ])
  func `the language`(template: String, wanted: String) throws {
    #expect(try Rendered.text(template) == wanted)
  }

  @Test(arguments: [
    (#"{"n": "{{jsonPath request.body '$.name'}}"}"#, #"{"n": "O'Neil \"x\""}"#),
    (
      #"{"o": {{jsonPath request.body '$.o'}}, "p": {{request.port}}}"#,
      #"{"o": {"n":1.50}, "p": 8080}"#
    ),
    (#"{"s": "{{jsonPath request.body '$.o'}}"}"#, #"{"s": "{\"n\":1.50}"}"#),
    (#"{"s": "a\"{{jsonPath request.body '$.name'}}"}"#, #"{"s": "a\"O'Neil \"x\""}"#),
  ])
  func `JSON is escaped within quotes only`(template: String, wanted: String) throws {
    // The names stand without escapes here, to be read easily.
    let name = #"O'Neil "x""#
    let wanted = wanted.replacing(name, with: #"O'Neil \"x\""#)
    #expect(try Rendered.text(template, Rendered.options(.json)) == wanted)
  }

  @Test func `markup, plain text and WireMock's way`() throws {
    let template =
      "{{jsonPath request.body '$.name'}} {{request.cookies.session}} {{{parameters.who}}}"
    #expect(try Rendered.text(template) == #"O'Neil "x" abc=1 Ann"#)
    #expect(
      try Rendered.text(template, Rendered.options(.markup))
        == "O&#x27;Neil &quot;x&quot; abc=1 Ann")
    #expect(
      try Rendered.text(template, Rendered.options(.html))
        == "O&#x27;Neil &quot;x&quot; abc&#x3D;1 Ann")
  }

  private static let bodies: [(String?, String, TemplateEscaping)] = [
    ("application/json; charset=utf-8", "", .json), ("text/html", "{", .markup),
    ("application/problem+json", "", .json), ("application/atom+xml", "", .markup),
    ("text/plain", "{}", .none), (nil, " {\"a\": 1}", .json), (nil, "{{x}}", .none),
    (nil, "<a/>", .markup),
  ]

  @Test(arguments: bodies)
  func `how values are escaped`(type: String?, body: String, wanted: TemplateEscaping) {
    #expect(TemplateEscaping(contentType: type, body: body) == wanted)
  }

  @Test(arguments: [
    ("a\n {{nope 1}}", "2:4", "there is no helper 'nope'"),
    ("{{#if a}}", "1:1", "is not closed by '{{/if}}'"),
    ("{{/if}}", "1:1", "closes no block"), ("{{#if a}}{{/each}}", "1:10", "'{{/if}}' is expected"),
    ("{{a", "1:1", "not closed"), ("{{jsonPath request.body '$['}}", "1:25", "the JSONPath '$['"),
    ("{{now ofset='1 days'}}", "1:7", "no option 'ofset'; it takes format, offset, timezone"),
    ("{{now offset='1 dayz'}}", "1:7", "'1 dayz' is no offset"), ("{{else}}", "1:1", "in no block"),
    ("{{now format='yyyy-QQQQQQ'}}", "1:7", "QQQQQQ"),
    ("{{now timezone='Mars/X'}}", "1:7", "Mars/X"),
    ("{{regexExtract a '('}}", "1:18", "regular expression"),
    ("{{jsonpath a '$'}}", "1:3", "'jsonPath'?"),
    ("{{if a}}", "1:3", "needs a body"), ("{{#now}}{{/now}}", "1:4", "has no body"),
    ("{{> part}}", "1:1", "partials"), ("{{random 'Name.first_name'}}", "1:3", "extension"),
    ("{{systemValue key='PATH'}}", "1:3", "environment"),
    ("{{jsonPath a}}", "1:3", "needs 2 arguments"),
    ("{{{{raw}}}}", "1:1", "raw blocks"),
    ("{{#each a}}{{else}}{{else}}{{/each}}", "1:20", "one '{{else}}'"),
    ("{{'a}}", "1:3", "not closed"), ("{{(trim 'a'}}", "1:3", "not closed"),
    ("{{!-- a }}", "1:1", "comment"),
    ("{{a b=1 c}}", "1:9", "behind all others"), ("{{}}", "1:3", "expected"),
  ])
  func `a wrong template is an error with line and column`(
    template: String, place: String, part: String
  ) throws {
    let error = #expect(throws: TemplateError.self) {
      try ResponseTemplate(template, options: Rendered.options())
    }
    #expect(error?.position.description == place)
    #expect(error?.message.contains(part) == true, "\(error?.message ?? "")")
  }

  @Test func `a failing helper ends the rendering, or prints as WireMock does`() throws {
    let template = "a {{regexExtract 'abc' '[0-9]+'}} b"
    #expect(throws: TemplateFailure.self) { try Rendered.text(template) }
    let compatible = Rendered.options(.html, isCompatible: true)
    #expect(try Rendered.text(template, compatible) == "a [ERROR: Nothing matched [0-9]+] b")
  }

  @Test(arguments: [
    "{{#each (range 1 100000000)}}x{{/each}}", "{{randomValue length=2000000000}}",
    "{{#each (range 1 9000)}}{{#each (range 1 9000)}}x{{/each}}{{/each}}",
    "{{assign 'a' 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'}}{{#each (range 1 60)}}{{assign 'a' (join a a '')}}{{/each}}",
    "{{ljust 'a' size=2000000000}}",
    "{{#each (range 1 100000)}}{{assign 'a' (array a)}}{{/each}}",
    "{{#each (range 1 100)}}{{assign 'a' (array a a)}}{{/each}}",
    "{{#each (range 1 9000)}}{{#each (range 1 9000)}}{{/each}}{{/each}}",
    "{{jsonPath '[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]' '$..*..*..*..*..*..*..*..*..*'}}",
  ])
  func `no template hangs or fills the memory`(template: String) throws {
    var options = Rendered.options()
    options.stepLimit = 200_000
    options.outputLimit = 1_000_000
    let failure = #expect(throws: TemplateFailure.self) { try Rendered.text(template, options) }
    #expect(failure?.isLimit == true)
  }

  @Test func `deep nesting is refused`() {
    for part in ["{{#if a}}", "{{#if a}}{{else if b}}", "{{trim "] {
      let text = part == "{{trim " ? "{{trim " + String(repeating: "(trim ", count: 100_000) : ""
      let template = text.isEmpty ? String(repeating: part, count: 50_000) : text
      #expect(throws: TemplateError.self) { try ResponseTemplate(template) }
    }
    let chain = "{{#if a}}" + String(repeating: "{{else if b}}", count: 50_000) + "{{/if}}"
    #expect(throws: TemplateError.self) { try ResponseTemplate(chain) }
  }
}
