import ResponseTemplate
import Testing

@Suite struct HelperTests {
  @Test(arguments: [
    ("{{now}}", "2026-01-31T12:30:45Z"),
    (
      "{{date (parseDate '999999999999999999' format='unix') format='epoch'}}",
      "9000000000000000999"
    ),
    ("{{now offset='1 months' format='yyyy-MM-dd'}}", "2026-02-28"),
    ("{{now offset='-3 days'}}", "2026-01-28T12:30:45Z"), ("{{now format='unix'}}", "1769862645"),
    ("{{now format='epoch'}}", "1769862645678"),
    ("{{now timezone='Asia/Tokyo' format='HH:mm'}}", "21:30"),
    ("{{now timezone='+02:00'}}", "2026-01-31T14:30:45+02:00"),
    (
      "{{date (parseDate '2026-03-01' format='yyyy-MM-dd') offset='-1 days'}}",
      "2026-02-28T00:00:00Z"
    ),
    ("{{date (parseDate '01/02/2026' format='dd/MM/yyyy') format='d MMM'}}", "1 Feb"),
    ("{{parseDate '2026-01-31T10:00:00+02:00'}}", "2026-01-31T08:00:00Z"),
    ("{{date (truncateDate (now) 'last day of month') format='yyyy-MM-dd HH'}}", "2026-01-31 00"),
    ("{{dateFormat (now) 'EEE d'}}", "Sat 31"),
    ("{{parseDate '7' format='unix'}}", "1970-01-01T00:00:07Z"),
  ])
  func `dates`(template: String, wanted: String) throws {
    #expect(try Rendered.text(template) == wanted)
  }

  @Test(arguments: [
    ("{{jsonPath request.body '$.tags'}}", #"["a","b"]"#),
    ("{{jsonPath request.body '$.z' default='d'}}", "d"),
    ("{{jsonPath request.body '$.nope'}}", ""), ("{{jsonPath request.body '$.o.n'}}", "1.50"),
    ("{{#each (jsonPath request.body '$.tags')}}{{this}};{{/each}}", "a;b;"),
    ("{{#with (parseJson request.body) as |b|}}{{b.o.n}}{{/with}}", "1.50"),
    ("{{parseJson request.body 'b'}}{{b.tags.[1]}}{{size b.tags}}", "b2"),
    ("{{#parseJson 'b'}}{\"x\": 1}{{/parseJson}}{{b.x}}", "1"),
    ("{{toJson (array 1 'a' true)}}", #"[1,"a",true]"#),
    (
      "{{jsonMerge '{\"a\":{\"x\":1},\"b\":2}' '{\"a\":{\"y\":3},\"b\":null}' removeNulls=true}}",
      #"{"a":{"x":1,"y":3}}"#
    ),
    ("{{jsonArrayAdd '[1,2]' '3' maxItems=2}}", "[2,3]"),
    ("{{jsonArrayAdd '{\"a\":[1]}' '[2]' jsonPath='$.a' flatten=true}}", #"{"a":[1,2]}"#),
    ("{{#jsonArrayAdd '[1]'}}{\"a\": 2}{{/jsonArrayAdd}}", #"[1,{"a":2}]"#),
    ("{{jsonRemove '{\"a\":1,\"b\":[1,2]}' '$.b[0]'}}", #"{"a":1,"b":[2]}"#),
    (
      "{{jsonSort '[{\"n\":2},{\"n\":10},{\"n\":1}]' '$[*].n' order='desc'}}",
      #"[{"n":10},{"n":2},{"n":1}]"#
    ),
    ("{{formatJson '{\"a\": [1]}' format='compact'}}", #"{"a":[1]}"#),
    ("{{#formatJson}}[1]{{/formatJson}}", "[\n  1\n]"),
    ("{{formatXml '<a> <b x=\">\">1</b> <c/></a>'}}", "<a>\n  <b x=\">\">1</b>\n  <c/>\n</a>"),
    ("{{formatXml '<a> <b>1</b> </a>' format='compact'}}", "<a><b>1</b></a>"),
    ("{{xPath '<a/>' '/a'}}", "</a>"), ("{{xPath '<a/>' '/a' default='x'}}", "</a>"),
  ])
  func `JSON and XML`(template: String, wanted: String) throws {
    #expect(try Rendered.text(template) == wanted)
  }

  @Test(arguments: [
    ("{{trim ' a '}}{{#trim}} b {{/trim}}", "ab"), ("{{base64 'hello'}}", "aGVsbG8="),
    ("{{base64 'hello' padding=false}}", "aGVsbG8"),
    ("{{base64 'aGVsbG8=' decode=true}}", "hello"), ("{{urlEncode 'a b&c'}}", "a+b%26c"),
    ("{{urlEncode 'a+b%26' decode=true}}", "a b&"),
    ("{{regexExtract 'ab12-x' '[0-9]+'}}", "12"),
    ("{{regexExtract 'ab12-x' '([a-z]+)([0-9]+)' 'p'}}{{p.0}},{{p.1}}", "ab,12"),
    ("{{regexExtract 'a' '[0-9]' default='no'}}", "no"),
    ("{{formData 'a=1&b=x%20y&a=2' 'f' urlDecode=true}}{{f.b}}{{f.a.[1]}}", "x y2"),
    ("{{size 'abc'}}{{size parameters.list}}{{size people}}", "332"),
    ("{{join parameters.list ', ' prefix='[' suffix=']'}}", "[1, 2, 3]"),
    ("{{#each (range 2 4)}}{{this}}{{/each}}", "234"),
    ("{{join (arrayAdd (array 1 2) 0 position='start') ''}}", "012"),
    ("{{join (arrayRemove (array 1 2 3) position=1) ''}}", "13"),
    ("{{arrayJoin ',' (array 'a' 'b')}}", "a,b"),
    ("{{#arrayJoin ',' parameters.list}}<{{this}}>{{/arrayJoin}}", "<1>,<2>,<3>"),
    ("{{assign 'x' 'y'}}{{x}}", "y"),
    ("{{#assign 'x'}}a{{parameters.who}}{{/assign}}{{x}}", "aAnn"),
    ("{{val request.query.nope or='d'}}{{val 3 assign='t'}}{{t}}", "d3"),
    (
      "{{math 7 '/' 2}} {{math 1 '+' 2}} {{math '7.0' '/' 2}} {{math 3 'x' 1.5}} {{math 7 '%' 4}}",
      "4 3 3.5 4.5 3"
    ),
    ("{{math 0.1 '+' 0.2}}", "0.3"), ("{{numberFormat 1234567.891 '#,##0.00'}}", "1,234,567.89"),
    ("{{numberFormat 0.256 'percent'}}", "26%"),
    ("{{numberFormat 2.5 'integer'}}{{numberFormat 1234 groupingUsed=false}}", "21234"),
    ("{{contains 'hello' 'ell'}}{{contains (array 1 2) 2}}", "truetrue"),
    (
      "{{#contains 'a' 'b'}}y{{else}}n{{/contains}}{{matches 'abc' 'a.c'}}{{matches 'abc' 'b'}}",
      "ntruefalse"
    ),
    (
      "{{#eq request.query.page '2'}}y{{/eq}}{{eq 1 '1.0' yes='Y' no='N'}}{{#gt 10 9}}g{{/gt}}{{lt 'a' 'b'}}",
      "yYgtrue"
    ),
    (
      "{{and 1 0}}{{or 0 1}}{{not 0}}{{neq 1 1}}{{gte 1 1}}{{lte 2 1}}",
      "falsetruetruefalsetruefalse"
    ),
    (
      "{{capitalize 'ab cd'}}|{{capitalizeFirst 'ab cd'}}|{{upper 'a'}}{{lower 'B'}}",
      "Ab Cd|Ab cd|Ab"
    ), ("{{abbreviate 'abcdefgh' 6}}", "abc..."),
    ("{{substring 'hello' 1 3}}{{substring 'hello' 3}}", "ello"),
    ("{{replace 'aXbX' 'X' '-'}}{{cut 'a b c'}}{{cut 'axb' 'x'}}", "a-b-abcab"),
    ("{{ljust 'a' size=3 pad='.'}}{{rjust 'a' size=3}}{{center 'a' size=3 pad='-'}}", "a..  a-a-"),
    ("{{slugify 'Joel is a Slug!'}}", "joel-is-a-slug"),
    ("{{stripTags '<b>x</b>y'}}{{defaultIfEmpty '' 'd'}}{{yesno true}}", "xydyes"),
    ("{{stringFormat '%s has %05.2f %d%%' 'x' 1.5 3}}", "x has 01.50 3%"),
    ("{{wordWrap 'aa bb cc' 5}}", "aa bb\ncc"), ("{{hostname}}", "localhost"),
    ("{{isOdd 3}}{{isEven 3}}", "truefalse"),
  ])
  func `texts, lists and numbers`(template: String, wanted: String) throws {
    #expect(try Rendered.text(template) == wanted)
  }

  @Test(arguments: [
    (
      "{{randomValue type='UUID'}}",
      "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"
    ),
    ("{{randomValue}}", "[a-z0-9]{36}"), ("{{randomValue length=5 type='NUMERIC'}}", "[0-9]{5}"),
    ("{{randomValue length=9 type='ALPHABETIC' uppercase=true}}", "[A-Z]{9}"),
    ("{{randomValue length=9 type='HEXADECIMAL'}}", "[0-9a-f]{9}"),
    ("{{randomInt lower=5 upper=7}}", "[56]"),
    ("{{randomInt}}", "-?[0-9]+"), ("{{randomDecimal lower=1 upper=2}}", "1\\.[0-9]+"),
    ("{{pickRandom 'a' 'b'}}", "[ab]"),
    ("{{#each (pickRandom parameters.list count=2)}}{{this}}{{/each}}", "[123]{2}"),
    ("{{randomValue length=6 type='ALPHANUMERIC_AND_SYMBOLS'}}", "[^ ]{6}"),
  ])
  func `random values have their form, and a seed gives them again`(
    template: String, pattern: String
  ) throws {
    for seed in 0..<20 as Range<UInt64> {
      let text = try Rendered.text(template, seed: seed)
      #expect(try Regex(pattern).wholeMatch(in: text) != nil, "\(text)")
      #expect(try Rendered.text(template, seed: seed) == text)
    }
  }
}
