import ContractModel
import Testing

@testable import ContractMatching

@Suite struct MultipartBodyTests {
  static func parts(_ body: String, _ boundary: String = "b") throws -> [MultipartBody.Part] {
    try MultipartBody(parsing: Array(body.utf8), boundary: boundary).parts
  }

  static func contents(_ body: String, _ boundary: String = "b") throws -> [String] {
    try parts(body, boundary).map { String(decoding: $0.bytes, as: UTF8.self) }
  }

  @Test(arguments: ["\r\n", "\n"])
  func `reads a form`(end: String) throws {
    let body = [
      "preamble", "--AaB03x", "Content-Disposition: form-data; name=\"id\"", "", "42",
      "--AaB03x", "content-disposition: form-data; name=\"file\"; filename=\"a.txt\"",
      "Content-Type: text/plain; charset=utf-8", "X-A: 1", "x-a:2 ", "", "line", "", "--AaB03x--",
      "epilogue", "--AaB03x", "",
    ].joined(separator: end)
    let parts = try Self.parts(body, "AaB03x")
    try #require(parts.count == 2)
    #expect(parts[0].name == "id")
    #expect(parts[0].fileName == nil)
    #expect(parts[0].contentType == nil)
    #expect(parts[0].bytes == Array("42".utf8))
    #expect(parts[1].name == "file")
    #expect(parts[1].fileName == "a.txt")
    #expect(parts[1].contentType == "text/plain; charset=utf-8")
    #expect(parts[1].bytes == Array("line\(end)".utf8))
    #expect(
      parts[1].headers == [
        Field("content-disposition", ["form-data; name=\"file\"; filename=\"a.txt\""]),
        Field("Content-Type", ["text/plain; charset=utf-8"]), Field("X-A", ["1", "2"]),
      ])
  }

  @Test(arguments: [
    ("--b\r\n\r\na\r\n--b--", ["a"]), ("--b\n\na\n--b--\n", ["a"]),
    ("--b \t\r\n\r\na\r\n--b  \r\n\r\nb\r\n--b--\t \r\n", ["a", "b"]),
    ("--b\r\n\r\n\r\n--b--", [""]), ("--b\r\n\r\n--b--", [""]), ("--b\r\n--b--", [""]),
    ("--b\r\nA: 1\r\n--b--", [""]), ("--b\r\nA: 1\r\n\r\n--b--", [""]), ("--b--", []),
    ("\r\n--b--\r\n", []), ("--b\r\n\r\n\r\n\r\n--b--", ["\r\n"]),
    // The boundary within content.
    (
      "--b\r\n\r\n --b\r\nx--b\r\n--bb\r\n--b-\r\n--b--x\r\n-b\r\n--b--",
      [" --b\r\nx--b\r\n--bb\r\n--b-\r\n--b--x\r\n-b"]
    ),
    ("--b\r\n\r\n--b-c\r\n--b-c--\r\n--b--", ["--b-c\r\n--b-c--"]),
    // Line ends of the other kind are content.
    ("--b\r\n\r\na\n\r\n--b--", ["a\n"]), ("--b\n\na\r\n--b--", ["a\r"]),
    ("--b\r\n\r\na\n--b--", ["a"]), ("--b\r\n\na\r\n--b--", ["a"]),
  ])
  func `divides at whole lines`(body: String, contents: [String]) throws {
    #expect(try Self.contents(body) == contents)
  }

  @Test(
    arguments: [
      ("form-data; name=\"a\"; filename=b.txt", "a", "b.txt"),
      ("attachment; FileName = \"b;c.txt\" ;NAME=a", "a", "b;c.txt"),
      (#"form-data; name="a\"b\\c"; filename="C:\dir\f.txt""#, #"a"b\c"#, #"C:\dir\f.txt"#),
      ("form-data; name=\"é\"", "é", nil), ("form-data", nil, nil), ("", nil, nil),
      ("form-data; name=\"\"", "", nil), ("form-data; name=\"open", "open", nil),
      ("form-data; name=a; name=b", "a", nil), ("form-data; name; name=a;;", "a", nil),
      ("form-data; filename=\"x\"; filename*=UTF-8''%e2%82%ac%20rates", nil, "€ rates"),
      ("form-data; filename*=utf-8'en'%C3%A9; filename=x; name*=iso-8859-1''%E9", "é", "é"),
      ("form-data; filename*=UTF-8''%ff; filename=x", nil, "x"),
      ("form-data; filename*=nothing; filename=x", nil, "x"),
      ("form-data; filename*=koi8-r''a", nil, nil),
      ("form-data;\r\n  name=\"a\";\r\n\tfilename=\"b\"", "a", "b"),
      ("\r\n form-data; name=a", "a", nil), ("form-data; name=\"a\\", "a\\", nil),
      ("form-data; name=", "", nil), ("form-data; =a; name=b", "b", nil),
    ] as [(String, String?, String?)])
  func `reads names`(disposition: String, name: String?, fileName: String?) throws {
    let parts = try Self.parts("--b\r\nContent-Disposition: \(disposition)\r\n\r\n\r\n--b--")
    #expect(parts.map(\.name) == [name])
    #expect(parts.map(\.fileName) == [fileName])
  }

  @Test func `joins folded lines`() throws {
    let parts = try Self.parts(
      "--b\nX-A: one\n  two\n\tthree\nX-B:\n four\nX-A: five\n \n\n\n--b--")
    #expect(
      parts.map(\.headers) == [[Field("X-A", ["one two three", "five"]), Field("X-B", ["four"])]])
  }

  @Test(arguments: [
    ("base64", "aGVs\r\nbG8=\r\n", "hello"), (" BASE64 ", "aGVsbG8", "hello"), ("base64", "", ""),
    (
      "quoted-printable", "a=3Db =C3=a9=20\r\nsoft=\r\n line= \t\r\nend \t\r\nx \t",
      "a=b é \r\nsoft linee" + "nd\r\nx"
    ),
    ("quoted-printable", "=zz =4 =\t x\r\n=", "=zz =4 =\t x\r\n"),
    ("Quoted-Printable", "a \n\n=\nb=0D=0A", "a\n\nb\r\n"),
    ("8bit", "a=3D", "a=3D"), ("binary", "a=3D ", "a=3D "), ("7bit", "YQ==", "YQ=="),
    ("x-unknown", "YQ==", "YQ=="),
  ])
  func `undoes transfer encodings`(encoding: String, sent: String, content: String) throws {
    let body = "--b\r\nContent-Transfer-Encoding: \(encoding)\r\n\r\n\(sent)\r\n--b--"
    #expect(try Self.contents(body) == [content])
  }

  @Test func `keeps every byte`() throws {
    let content = [UInt8](0...0xFF) + [0x0D, 0x0A, 0x0D, 0x0D, 0x0A]
    let body = Array("--b\r\n\r\n".utf8) + content + Array("\r\n--b--".utf8)
    #expect(try MultipartBody(parsing: body, boundary: "b").parts.map(\.bytes) == [content])
  }

  @Test(arguments: [
    ("", "b", "the body has no line '--b'", 0),
    ("--c\n\n--c--", "b", "the body has no line '--b'", 10),
    ("--b", "b", "the body ends without the line '--b--'", 3),
    ("--b\n\na\n--b\n\nb\n", "b", "the body ends without the line '--b--'", 14),
    ("--b\r\nA: 1\r\n", "b", "the body ends without the line '--b--'", 11),
    ("--b\n\na--b--", "b", "the body ends without the line '--b--'", 11),
    ("--b\nhello\n--b--", "b", "the header line 'hello' of a part has no ':'", 4),
    ("--b\nA: 1\nB C: 2\n\n--b--", "b", "'B C' is no name of a header of a part", 9),
    ("--b\n: 2\n\n--b--", "b", "'' is no name of a header of a part", 4),
    ("--b\n a: 1\n\n--b--", "b", "the first header line of a part starts with white space", 4),
    (
      "--b\nContent-Transfer-Encoding: base64\n\na*\n--b--", "b",
      "the content of a part is not valid base64", 39
    ),
    ("--\n\n----", "", "the boundary '' is empty or has control characters", 0),
    ("--a\nb\n--a\nb--", "a\nb", "the boundary 'a\nb' is empty or has control characters", 0),
  ])
  func `says what is wrong and where`(
    body: String, boundary: String, message: String, offset: Int
  ) throws {
    let error = try #require(throws: MultipartError.self) { try Self.parts(body, boundary) }
    #expect(error == MultipartError(message, at: offset))
    #expect(error.description == "\(message) (at byte \(offset))")
  }

  @Test func `has limits`() throws {
    let part = "--b\r\n\r\nx\r\n"
    let most = String(repeating: part, count: 1_000)
    #expect(try Self.parts(most + "--b--").count == 1_000)
    #expect(throws: MultipartError("the body has more than 1000 parts", at: most.utf8.count)) {
      try Self.parts(most + part + "--b--")
    }
    let field = "X-A: " + String(repeating: "y", count: 507)
    let header = [String](repeating: field, count: 31).joined(separator: "\r\n") + "\r\n"
    let rest = 16_384 - header.utf8.count
    let fits = header + "X: " + String(repeating: "y", count: rest - 5) + "\r\n"
    #expect(try Self.parts("--b\r\n\(fits)\r\n\r\n--b--").count == 1)
    #expect(
      throws: MultipartError(
        "the headers of a part have more than 16384 bytes", at: 5 + header.utf8.count)
    ) { try Self.parts("--b\r\n\(fits.replacing("X: ", with: "X: y"))\r\n\r\n--b--") }
  }

  @Test(arguments: [
    "\r\n--bound", "\n--boundary-", "\n--boundary x", "\r", "\n", "\r\n--boundary--x",
  ])
  func `a body full of what is almost a boundary is content`(piece: String) throws {
    let content = String(repeating: piece, count: 20_000) + "."
    #expect(
      try Self.contents("--boundary\r\n\r\n\(content)\r\n--boundary--", "boundary") == [content])
  }

  @Test func `no change of a body is a crash`() {
    let samples = [
      "--b\r\nContent-Disposition: a; name=\"a\\\"\"; filename*=UTF-8''%C3\r\n\r\n1\r\n--b--\r\n",
      "x\n--b\nContent-Transfer-Encoding: quoted-printable\n X\n\na=3D= \nb=\n--b\n\n\n--b--",
      "--b\nContent-Transfer-Encoding: base64\nContent-Disposition: a;b=c\n\naGVsbG8=\n--b--",
    ].map { Array($0.utf8) }
    let pieces = [
      "--b", "--b--", "\r\n", "\n", "\r", "--", "=", "\"", "\\", ";", ": ", " ", "''", "%",
    ]
    var mutator = ContentMutator(seed: 2_046)
    var read = 0
    for _ in 0..<20_000 {
      let bytes = mutator.mutation(of: samples, pieces: pieces)
      _ = MultipartBody.boundary(guessedFrom: bytes)
      do {
        _ = try MultipartBody(parsing: bytes, boundary: "b")
        read += 1
      } catch {
        #expect(error.offset <= bytes.count)
      }
    }
    #expect(read > 1_000 && read < 19_000)
  }
}
