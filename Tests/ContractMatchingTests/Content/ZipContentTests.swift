import Testing

@testable import ContractMatching

@Suite struct ZipContentTests {
  private static let office = "application/vnd.openxmlformats-officedocument."
  private static let openDocument = "application/vnd.oasis.opendocument."

  private static func littleEndian(_ value: Int, _ length: Int) -> [UInt8] {
    (0..<length).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  /// An archive whose files are stored without compression.
  ///
  /// - Parameter isStreamed: whether sizes stand behind the files.
  static func archive(_ files: [(name: String, content: String)], isStreamed: Bool = false)
    -> [UInt8]
  {
    files.flatMap { file -> [UInt8] in
      let (name, content) = (Array(file.name.utf8), Array(file.content.utf8))
      let size = littleEndian(isStreamed ? 0 : content.count, 4)
      let flags: [UInt8] = isStreamed ? [8, 0] : [0, 0]
      return [0x50, 0x4B, 3, 4, 20, 0] + flags + [0, 0] + [0, 0, 0, 0] + [0, 0, 0, 0] + size + size
        + littleEndian(name.count, 2) + [2, 0] + name + [0xAA, 0xBB] + content
        + (isStreamed ? [0x50, 0x4B, 7, 8] + [UInt8](repeating: 0, count: 12) : [])
    } + [0x50, 0x4B, 1, 2]
  }

  static func archive(_ names: [String], isStreamed: Bool = false) -> [UInt8] {
    archive(names.map { ($0, "content") }, isStreamed: isStreamed)
  }

  @Test(arguments: [
    (
      ["[Content_Types].xml", "_rels/.rels", "word/document.xml"],
      office + "wordprocessingml.document"
    ),
    (["_rels/.rels", "docProps/app.xml", "xl/workbook.xml"], office + "spreadsheetml.sheet"),
    (["ppt/presentation.xml", "[Content_Types].xml"], office + "presentationml.presentation"),
    (["META-INF/", "META-INF/MANIFEST.MF", "A.class"], "application/java-archive"),
    (["META-INF/MANIFEST.MF", "AndroidManifest.xml"], "application/vnd.android.package-archive"),
    (["a.txt"], "application/zip"), (["word/a.txt"], "application/zip"),
    (["[Content_Types].xml", "a/word/b.xml"], "application/zip"),
    (["a.txt", "mimetype"], "application/zip"),
  ])
  func `tells documents by the names of their files`(names: [String], type: String) {
    for isStreamed in [false, true] {
      let bytes = Self.archive(names, isStreamed: isStreamed)
      #expect(ContentDetection.mediaType(of: bytes) == type)
    }
  }

  @Test(arguments: [
    ("application/epub+zip", "application/epub+zip"),
    (openDocument + "text", openDocument + "text"),
    (openDocument + "spreadsheet", openDocument + "spreadsheet"), ("image/png", "application/zip"),
    (openDocument + "a b", "application/zip"), ("", "application/zip"),
  ])
  func `believes the first file when it is the media type`(content: String, type: String) {
    let bytes = Self.archive([("mimetype", content), ("a.txt", "a")])
    #expect(ContentDetection.mediaType(of: bytes) == type)
  }

  @Test func `an archive that is cut is an archive`() {
    let bytes = Self.archive(["[Content_Types].xml", "word/document.xml"])
    for count in 4..<(bytes.count - 20) {
      let type = ContentDetection.mediaType(of: Array(bytes.prefix(count)))
      #expect(type == "application/zip" || type == Self.office + "wordprocessingml.document")
    }
    #expect(ContentDetection.mediaType(of: Array(bytes.prefix(4))) == "application/zip")
  }
}
