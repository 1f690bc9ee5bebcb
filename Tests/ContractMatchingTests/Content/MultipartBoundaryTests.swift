import ContractModel
import Testing

@testable import ContractMatching

@Suite struct MultipartBoundaryTests {
  @Test(
    arguments: [
      ("multipart/form-data; boundary=abc", "abc"),
      ("multipart/mixed; Boundary=\"a b:c\"", "a b:c"),
      ("multipart/form-data; charset=utf-8; boundary=----X", "----X"),
      ("multipart/form-data", nil), ("multipart/form-data; boundary=", nil),
      ("multipart/form-data; boundary=\"\"", nil),
    ] as [(String, String?)])
  func `a media type names it`(type: String, boundary: String?) {
    #expect(MultipartBody.boundary(of: MediaType(type)) == boundary)
  }

  @Test(
    arguments: [
      ("--abc\r\n\r\nx\r\n--abc--", "abc"), ("preamble\n-x\n--abc \t\n", "abc"),
      ("------Web\r\n", "----Web"), ("--a b\n", "a b"), ("--abc", "abc"), ("--abc--", "abc"),
      ("--abc--\r\n", "abc"), ("--abc--\r\n\r\nx\r\n--abc----", "abc--"), ("--\n-- \n--a\n", "a"),
      ("", nil), ("abc", nil), (" --abc", nil), ("--", nil), ("----", "--"), ("--a\u{1}b\n", nil),
    ] as [(String, String?)])
  func `a body shows it`(body: String, boundary: String?) {
    #expect(MultipartBody.boundary(guessedFrom: Array(body.utf8)) == boundary)
  }

  @Test func `a line that is no text shows none`() {
    #expect(MultipartBody.boundary(guessedFrom: [0x2D, 0x2D, 0xFF, 0x0A]) == nil)
  }

  @Test func `what a body shows divides it`() throws {
    let body = Array("x\n--abc\n\n1\n--abc\n\n2\n--abc--".utf8)
    let boundary = try #require(MultipartBody.boundary(guessedFrom: body))
    #expect(try MultipartBody(parsing: body, boundary: boundary).parts.count == 2)
  }
}
