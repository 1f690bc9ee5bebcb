import Testing

@testable import ContractMatching

@Suite struct ContentAcceptsTests {
  @Test(arguments: [
    ("image/png", "image/png"), ("IMAGE/PNG", "image/png"), ("image/jpg", "image/jpeg"),
    ("text/plain; charset=utf-8", "text/plain"), ("application/x-gzip", "application/gzip"),
    ("text/xml", "application/xml"), ("audio/x-wav", "audio/wav"), ("audio/wave", "audio/wav"),
    ("image/x-icon", "image/vnd.microsoft.icon"), ("image/heif", "image/heic"),
    ("audio/m4a", "audio/mp4"), ("audio/mp4", "video/mp4"), ("application/font-woff", "font/woff"),
    ("application/x-rar-compressed", "application/vnd.rar"), ("text/csv", "text/plain"),
    ("text/html", "text/plain"), ("application/yaml", "text/plain"),
    ("application/x-www-form-urlencoded", "text/plain"), ("application/graphql", "text/plain"),
    ("application/hal+json", "application/json"), ("application/problem+json", "application/json"),
    ("text/json", "application/json"), ("application/atom+xml", "application/xml"),
    ("application/soap+xml; charset=utf-8", "application/xml"), ("text/html", "application/xml"),
    ("application/xhtml+xml", "application/xml"), ("application/xhtml+xml", "text/html"),
    ("application/xml", "image/svg+xml"), ("text/xml", "image/svg+xml"),
    ("application/octet-stream", "image/png"), ("application/octet-stream", "text/plain"),
    ("application/octet-stream", "application/octet-stream"),
    ("application/zip", "application/java-archive"), ("application/zip", "application/epub+zip"),
    ("application/vnd.api+zip", "application/zip"), ("audio/webm", "video/webm"),
  ])
  func `accepts the same, an alias or the more general`(expected: String, detected: String) {
    #expect(ContentDetection.accepts(expected, detected: detected))
  }

  @Test(arguments: [
    ("image/png", "image/jpeg"), ("image/png", "application/octet-stream"),
    ("text/plain", "application/json"), ("text/plain", "text/html"), ("text/xml", "text/plain"),
    ("application/xml", "text/plain"), ("application/json", "text/plain"),
    ("text/json", "text/plain"), ("application/hal+json", "text/plain"),
    ("application/pdf", "text/plain"), ("image/svg+xml", "application/xml"),
    ("application/atom+xml", "image/svg+xml"), ("application/hal+json", "application/xml"),
    ("application/atom+xml", "application/json"), ("application/java-archive", "application/zip"),
    ("application/zip", "application/gzip"), ("video/mp4", "audio/mp4"),
    ("application/protobuf", "application/octet-stream"), ("", "text/plain"),
  ])
  func `refuses others`(expected: String, detected: String) {
    #expect(!ContentDetection.accepts(expected, detected: detected))
  }

  @Test func `every type that the table of bytes tells is its own name`() {
    for magic in MagicNumber.table {
      #expect(MediaTypeAlias.canonical(magic.type) == magic.type)
    }
  }
}
