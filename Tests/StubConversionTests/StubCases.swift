import Testing

/// A stub, requests that it answers, and requests that it does not.
struct StubCase: Sendable, CustomTestStringConvertible {
  let name: String
  let stub: String
  var accepts: [Ask]
  var refuses: [Ask] = []

  struct Ask: Sendable {
    let request: String
    var body: String?

    init(_ request: String, _ body: String? = nil) {
      self.request = request
      self.body = body
    }
  }

  var testDescription: String { name }
}

extension StubCase {
  private static func stub(_ request: String, _ response: String = #""body": "ok""#) -> String {
    #"{"request": {\#(request)}, "response": {"status": 200, \#(response)}}"#
  }

  static let all: [StubCase] = requests + bodies + responses

  static let requests: [StubCase] = [
    StubCase(
      name: "url", stub: stub(#""method": "GET", "url": "/orders?page=2&sort=a%20b""#),
      accepts: [Ask("GET /orders?page=2&sort=a%20b HTTP/1.1")],
      refuses: [Ask("GET /orders HTTP/1.1"), Ask("POST /orders?page=2&sort=a%20b HTTP/1.1")]),
    StubCase(
      name: "urlPath", stub: stub(#""method": "DELETE", "urlPath": "/orders/7""#),
      accepts: [Ask("DELETE /orders/7 HTTP/1.1")], refuses: [Ask("DELETE /orders/8 HTTP/1.1")]),
    StubCase(
      name: "urlPathPattern",
      stub: stub(#""method": "GET", "urlPathPattern": "/orders/[0-9]{2,5}/items""#),
      accepts: [Ask("GET /orders/77/items HTTP/1.1")],
      refuses: [Ask("GET /orders/x/items HTTP/1.1")]),
    StubCase(
      name: "urlPattern with a query",
      stub: stub(#""method": "GET", "urlPattern": "/a/[a-z]+\\?page=[0-9]+&kind=(x|y)""#),
      accepts: [Ask("GET /a/bcd?page=33&kind=x HTTP/1.1")],
      refuses: [Ask("GET /a/B?page=3&kind=x HTTP/1.1")]),
    StubCase(
      name: "urlPattern with single parameters",
      stub: stub(#""method": "GET", "urlPattern": "/s\\?q=[a-z]+&page=[0-9]+""#),
      accepts: [Ask("GET /s?q=abc&page=33 HTTP/1.1")],
      refuses: [Ask("GET /s?q=abc&page=x HTTP/1.1"), Ask("GET /s HTTP/1.1")]),
    StubCase(
      name: "urlPathTemplate",
      stub: stub(
        #""method": "GET", "urlPathTemplate": "/c/{customer}/orders/{id}", "pathParameters": {"id": {"matches": "[0-9]+"}}"#
      ), accepts: [Ask("GET /c/ann/orders/12 HTTP/1.1")],
      refuses: [Ask("GET /c/ann/orders/x HTTP/1.1"), Ask("GET /c/ann/b/orders/1 HTTP/1.1")]),
    StubCase(
      name: "several methods",
      stub: stub(#""method": {"oneOf": ["PUT", "PATCH"]}, "url": "/a""#),
      accepts: [Ask("PUT /a HTTP/1.1"), Ask("PATCH /a HTTP/1.1")],
      refuses: [Ask("GET /a HTTP/1.1")]),
    StubCase(
      name: "query parameters",
      stub: stub(
        #""method": "GET", "urlPath": "/s", "queryParameters": {"q": {"contains": "shoe"}, "page": {"matches": "[0-9]+"}, "sort": {"equalTo": "ASC", "caseInsensitive": true}, "old": {"absent": true}}"#
      ), accepts: [Ask("GET /s?q=red+shoes&page=14&sort=asc HTTP/1.1")],
      refuses: [
        Ask("GET /s?q=hat&page=14&sort=asc HTTP/1.1"),
        Ask("GET /s?q=shoe&page=14&sort=asc&old=1 HTTP/1.1"),
      ]),
    StubCase(
      name: "query parameters with odd names",
      stub: stub(
        #""method": "GET", "urlPath": "/s", "queryParameters": {"ids[]": {"matches": "[0-9]+"}, "a.b": {"matches": "[0-9]+"}, "filter[name]": {"matches": "[0-9]+"}, "it's": {"matches": "[0-9]+"}, "x y": {"matches": "[0-9]+"}, "$filter": {"matches": "[0-9]+"}, "a[0]": {"matches": "[0-9]+"}}"#
      ),
      accepts: [
        Ask(
          "GET /s?ids%5B%5D=77&a.b=77&filter%5Bname%5D=77&it's=77&x+y=77&$filter=77&a%5B0%5D=77 HTTP/1.1"
        )
      ],
      refuses: [
        Ask(
          "GET /s?ids%5B%5D=77&a.b=77&filter%5Bname%5D=x&it's=77&x+y=77&$filter=77&a%5B0%5D=77 HTTP/1.1"
        )
      ]),
    StubCase(
      name: "form fields with odd names",
      stub: stub(
        #""method": "POST", "url": "/f", "formParameters": {"ids[]": {"matches": "[0-9]+"}, "a.b": {"matches": "[0-9]+"}, "it's": {"matches": "[0-9]+"}, "x y": {"matches": "[0-9]+"}}"#
      ),
      accepts: [
        Ask(
          "POST /f HTTP/1.1\nContent-Type: application/x-www-form-urlencoded",
          "ids%5B%5D=77&a.b=77&it's=77&x+y=77")
      ]),
    StubCase(
      name: "patterns for any URL",
      stub: stub(#""method": "GET", "urlPattern": ".*""#), accepts: [Ask("GET /x/y HTTP/1.1")]),
    StubCase(
      name: "a pattern that starts and ends",
      stub: stub(#""method": "GET", "urlPattern": "^/a/b\\?c=(.*)$""#),
      accepts: [Ask("GET /a/b?c=xyz HTTP/1.1")], refuses: [Ask("GET /a/c?c=xyz HTTP/1.1")]),
    StubCase(
      name: "a pattern with a query that may be there",
      stub: stub(#""method": "GET", "urlPattern": "/a/[0-9]+(\\?.*)?""#),
      accepts: [Ask("GET /a/77 HTTP/1.1")], refuses: [Ask("GET /a/x HTTP/1.1")]),
    StubCase(
      name: "no URL", stub: stub(#""method": "GET""#), accepts: [Ask("GET /x/y HTTP/1.1")]),
    StubCase(
      name: "several values",
      stub: stub(
        #""method": "GET", "urlPath": "/s", "queryParameters": {"id": {"hasExactly": [{"equalTo": "1"}, {"matches": "[a-c]"}]}}"#
      ), accepts: [Ask("GET /s?id=1&id=b HTTP/1.1")], refuses: [Ask("GET /s?id=1&id=d HTTP/1.1")]),
    StubCase(
      name: "headers",
      stub: stub(
        #""method": "GET", "url": "/h", "headers": {"Accept": {"contains": "json"}, "X-Version": {"or": [{"equalTo": "1"}, {"equalTo": "2"}]}, "X-Trace": {"absent": false}, "X-Id": {"and": [{"matches": "[a-z]+.*"}, {"contains": "7"}]}}"#
      ),
      accepts: [
        Ask(
          "GET /h HTTP/1.1\nAccept: application/json\nx-version: 2\nX-Trace: abc\nX-Id: a7")
      ],
      refuses: [
        Ask("GET /h HTTP/1.1\nAccept: application/json\nX-Version: 3\nX-Trace: abc\nX-Id: a7"),
        Ask("GET /h HTTP/1.1\nAccept: application/json\nX-Version: 1\nX-Id: a7"),
      ]),
    StubCase(
      name: "numbers",
      stub: stub(
        #""method": "GET", "urlPath": "/n", "queryParameters": {"limit": {"greaterThanNumber": 10}}"#
      ), accepts: [Ask("GET /n?limit=25 HTTP/1.1")], refuses: [Ask("GET /n?limit=x HTTP/1.1")]),
    StubCase(
      name: "cookies",
      stub: stub(
        #""method": "GET", "url": "/k", "cookies": {"session": {"matches": "[a-f0-9]+"}, "theme": {"equalTo": "dark"}}"#
      ), accepts: [Ask("GET /k HTTP/1.1\nCookie: a=b; theme=dark; session=c0ffee")],
      refuses: [Ask("GET /k HTTP/1.1\nCookie: theme=light; session=c0ffee")]),
    StubCase(
      name: "basicAuth",
      stub: stub(
        #""method": "GET", "url": "/b", "basicAuth": {"username": "ann", "password": "secret"}"#),
      accepts: [Ask("GET /b HTTP/1.1\nAuthorization: Basic YW5uOnNlY3JldA==")],
      refuses: [Ask("GET /b HTTP/1.1\nAuthorization: Basic YW5uOm90aGVy")]),
    StubCase(
      name: "a form",
      stub: stub(
        #""method": "POST", "url": "/f", "formParameters": {"name": {"equalTo": "Ann"}, "age": {"matches": "[0-9]+"}}"#
      ),
      accepts: [
        Ask("POST /f HTTP/1.1\nContent-Type: application/x-www-form-urlencoded", "age=42&name=Ann")
      ],
      refuses: [
        Ask("POST /f HTTP/1.1\nContent-Type: application/x-www-form-urlencoded", "age=x&name=Ann")
      ]),
  ]

  private static func post(_ patterns: String, type: String? = nil) -> String {
    let header = type.map { #", "headers": {"Content-Type": {"equalTo": "\#($0)"}}"# } ?? ""
    return stub(#""method": "POST", "url": "/p", "bodyPatterns": [\#(patterns)]\#(header)"#)
  }

  private static func ask(_ body: String, type: String = "application/json") -> Ask {
    Ask("POST /p HTTP/1.1\nContent-Type: \(type)", body)
  }

  static let bodies: [StubCase] = [
    StubCase(
      name: "equalToJson", stub: post(#"{"equalToJson": {"id": 7, "tags": ["a", "b"]}}"#),
      accepts: [ask(#"{"tags": ["a", "b"], "id": 7}"#)],
      refuses: [ask(#"{"tags": ["b", "a"], "id": 7}"#), ask(#"{"id": 7}"#)]),
    StubCase(
      name: "equalToJson with placeholders",
      stub: post(
        #"{"equalToJson": "{\"id\": \"${json-unit.any-number}\", \"sku\": \"${json-unit.regex}[A-Z]-[0-9]+\", \"note\": \"${json-unit.ignore}\", \"ok\": \"${json-unit.any-boolean}\"}"}"#
      ), accepts: [ask(#"{"id": 12.5, "sku": "B-77", "note": {"a": [1]}, "ok": false}"#)],
      refuses: [ask(#"{"id": "x", "sku": "B-77", "note": 1, "ok": false}"#)]),
    StubCase(
      name: "equalToJson in any order",
      stub: post(#"{"equalToJson": {"tags": ["a", "b"]}, "ignoreArrayOrder": true}"#),
      accepts: [ask(#"{"tags": ["b", "a"]}"#)], refuses: [ask(#"{"tags": ["b", "c"]}"#)]),
    StubCase(
      name: "equalToJson with more members",
      stub: post(
        #"{"equalToJson": {"customer": {"id": 7}, "tags": ["a"]}, "ignoreExtraElements": true}"#),
      accepts: [ask(#"{"customer": {"id": 7, "name": "Ann"}, "tags": ["a"], "more": [1]}"#)],
      refuses: [ask(#"{"customer": {"id": 8}, "tags": ["a"]}"#)]),
    StubCase(
      name: "matchesJsonPath",
      stub: post(
        #"{"matchesJsonPath": "$.customer.name"}, {"matchesJsonPath": {"expression": "$.customer.id", "equalTo": "7"}}, {"matchesJsonPath": {"expression": "$.sku", "matches": "[A-Z]-.*"}}"#
      ),
      accepts: [
        ask(#"{"customer": {"id": 7, "name": "Ann", "age": 3}, "sku": "A-1", "extra": true}"#)
      ], refuses: [ask(#"{"customer": {"id": 8, "name": "Ann"}, "sku": "A-1"}"#)]),
    StubCase(
      name: "matchesJsonPath with a filter",
      stub: post(
        #"{"matchesJsonPath": "$[?(@.state == 'open' && @.count == 2)]"}, {"matchesJsonPath": "$.items[?(@.sku =~ /a-[0-9]+/i)]"}"#
      ),
      accepts: [
        ask(
          #"{"state": "open", "count": 2, "items": [{"sku": "B"}, {"sku": "A-77", "n": 1}], "x": 1}"#
        )
      ],
      refuses: [
        ask(#"{"state": "shut", "count": 2, "items": [{"sku": "A-77"}]}"#),
        ask(#"{"state": "open", "count": 2, "items": [{"sku": "B"}]}"#),
      ]),
    StubCase(
      name: "equalToXml", stub: post(#"{"equalToXml": "<order><id>7</id></order>"}"#),
      accepts: [ask("<order>\n  <id>7</id>\n</order>", type: "application/xml")],
      refuses: [ask("<order><id>8</id></order>", type: "application/xml")]),
    StubCase(
      name: "text with parts", stub: post(#"{"contains": "red"}, {"matches": ".*shoe.*"}"#),
      accepts: [ask("a red\nshoe", type: "text/plain"), ask(#"["red shoe"]"#)],
      refuses: [ask("a blue shoe", type: "text/plain")]),
    StubCase(
      name: "text of a type", stub: post(#"{"equalTo": "a,b\n1,2"}"#, type: "text/csv"),
      accepts: [ask("a,b\n1,2", type: "text/csv")], refuses: [ask("a,b", type: "text/csv")]),
    StubCase(
      name: "JSON with a part", stub: post(#"{"contains": "\"id\""}"#, type: "application/json"),
      accepts: [ask(#"{"id": 7}"#), ask(#"{"id": 8, "a": []}"#)]),
    StubCase(
      name: "bytes", stub: post(#"{"binaryEqualTo": "AQID"}"#),
      accepts: [ask("\u{1}\u{2}\u{3}", type: "application/octet-stream")],
      refuses: [ask("\u{1}\u{2}", type: "application/octet-stream")]),
    StubCase(
      name: "no body", stub: post(#"{"absent": true}"#),
      accepts: [Ask("POST /p HTTP/1.1")], refuses: [ask("{}")]),
  ]

  static let responses: [StubCase] = [
    StubCase(
      name: "a JSON body",
      stub: stub(
        #""url": "/r", "method": "GET""#,
        #""headers": {"Content-Type": "application/json", "X-A": "1", "Date": "x", "Content-Length": "3"}, "jsonBody": {"id": 7, "at": "2026-01-31T12:00:00Z", "items": [{"sku": "A"}, {"sku": "B"}], "none": [], "null": null}"#
      ), accepts: [Ask("GET /r HTTP/1.1")]),
    StubCase(
      name: "JSON as text",
      stub: stub(#""url": "/r", "method": "GET""#, #""body": "{ \"id\" : 7 }""#),
      accepts: [Ask("GET /r HTTP/1.1")]),
    StubCase(
      name: "a JSON string", stub: stub(#""url": "/r", "method": "GET""#, #""jsonBody": "good""#),
      accepts: [Ask("GET /r HTTP/1.1")]),
    StubCase(
      name: "JSON null", stub: stub(#""url": "/r", "method": "GET""#, #""jsonBody": null"#),
      accepts: [Ask("GET /r HTTP/1.1")]),
    StubCase(
      name: "text that is said to be JSON",
      stub: stub(
        #""url": "/r", "method": "GET""#,
        #""body": "Hello World", "headers": {"Content-Type": "application/json"}"#),
      accepts: [Ask("GET /r HTTP/1.1")]),
    StubCase(
      name: "text that could be base64",
      stub: stub(
        #""url": "/r", "method": "GET""#,
        #""body": "good", "headers": {"Content-Type": "application/x-word"}"#),
      accepts: [Ask("GET /r HTTP/1.1")]),
    StubCase(
      name: "a file",
      stub: stub(#""url": "/r", "method": "GET""#, #""bodyFileName": "order.json""#),
      accepts: [Ask("GET /r HTTP/1.1")]),
    StubCase(
      name: "a page",
      stub: stub(
        #""url": "/r", "method": "GET""#,
        #""bodyFileName": "page.html", "headers": {"Content-Type": "text/html"}"#),
      accepts: [Ask("GET /r HTTP/1.1")]),
    StubCase(
      name: "XML",
      stub: stub(
        #""url": "/r", "method": "GET""#,
        #""body": "<a b='1'><c>x</c></a>", "headers": {"Content-Type": "application/xml"}"#),
      accepts: [Ask("GET /r HTTP/1.1")]),
    StubCase(
      name: "bytes as an answer",
      stub: stub(
        #""url": "/r", "method": "GET""#,
        #""base64Body": "AAEC/w==", "headers": {"Content-Type": "image/png"}"#),
      accepts: [Ask("GET /r HTTP/1.1")]),
    StubCase(
      name: "no content",
      stub: #"{"request": {"method": "DELETE", "url": "/r"}, "response": {"status": 204}}"#,
      accepts: [Ask("DELETE /r HTTP/1.1")]),
    StubCase(
      name: "a template",
      stub: stub(
        #""urlPathTemplate": "/o/{id}", "method": "GET""#,
        #""transformers": ["response-template"], "headers": {"Content-Type": "application/json", "X-Path": "{{request.path}}"}, "jsonBody": {"id": "{{request.path.id}}"}"#
      ), accepts: [Ask("GET /o/1 HTTP/1.1")]),
    StubCase(
      name: "a state",
      stub:
        #"{"scenarioName": "orders", "requiredScenarioState": "Started", "newScenarioState": "Paid", "request": {"method": "GET", "url": "/r"}, "response": {"jsonBody": {"paid": false}}}"#,
      accepts: [Ask("GET /r HTTP/1.1\nX-Counterpart-State: scenario orders is Started")]),
  ]
}
