import Testing

@testable import ContractMatching

@Suite struct ContentDetectionTests {
  /// Bytes in hexadecimal; spaces mean nothing, `(text)` stands for its bytes.
  static func bytes(_ description: String) -> [UInt8] {
    description.split(separator: " ").flatMap { word -> [UInt8] in
      if word.hasPrefix("(") { return Array(word.utf8.dropFirst().dropLast()) }
      let digits = Array(word)
      return stride(from: 0, to: digits.count - 1, by: 2).compactMap {
        UInt8(String(digits[$0...($0 + 1)]), radix: 16)
      }
    }
  }

  @Test(arguments: [
    ("89 (PNG) 0D0A1A0A", "image/png"), ("FFD8FFE0", "image/jpeg"), ("FFD8FFDB", "image/jpeg"),
    ("(GIF87a)", "image/gif"), ("(GIF89a) 01000100", "image/gif"),
    ("(RIFF) 24000000 (WEBPVP8)", "image/webp"),
    ("(BM) 46000000 00000000 36000000 28000000", "image/bmp"),
    ("(II) 2A00", "image/tiff"), ("(MM) 002A", "image/tiff"), ("(II) 2B000800", "image/tiff"),
    ("(MM) 002B0008", "image/tiff"), ("00000100 0100", "image/vnd.microsoft.icon"),
    ("(ID3) 0200", "audio/mpeg"), ("(ID3) 0300 00", "audio/mpeg"), ("(ID3) 0400", "audio/mpeg"),
    ("FFFB9064", "audio/mpeg"), ("FFFA9064", "audio/mpeg"), ("FFF39064", "audio/mpeg"),
    ("FFF29064", "audio/mpeg"), ("FFE39064", "audio/mpeg"), ("FFE29064", "audio/mpeg"),
    ("(OggS) 0002", "audio/ogg"), ("(fLaC) 00000022", "audio/flac"),
    ("(fLaC) 80000022", "audio/flac"), ("(RIFF) 24000000 (WAVEfmt)", "audio/wav"),
    ("(RIFF) 24000000 (AVI) 20", "video/x-msvideo"), ("0000006C (moov)", "video/quicktime"),
    ("00000008 (mdat)", "video/quicktime"), ("(%PDF-1.7)", "application/pdf"),
    ("(PK) 0506 0000", "application/zip"), ("(PK) 0708 0000", "application/zip"),
    ("1F8B0800", "application/gzip"), ("(BZh9) 314159265359", "application/x-bzip2"),
    ("(BZh1) 177245385090", "application/x-bzip2"), ("FD (7zXZ) 00", "application/x-xz"),
    ("28B52FFD 04", "application/zstd"), ("(7z) BCAF271C", "application/x-7z-compressed"),
    ("(Rar!) 1A0700", "application/vnd.rar"), ("(Rar!) 1A070100", "application/vnd.rar"),
    ("00 (asm) 01000000", "application/wasm"), ("7F (ELF) 020101", "application/x-executable"),
    ("(wOFF) 00010000 00000064", "font/woff"), ("(wOF2) (OTTO) 00000064", "font/woff2"),
    ("00010000 000A", "font/ttf"), ("(true) 000A", "font/ttf"), ("(OTTO) 000B", "font/otf"),
    ("(SQLite) 20 (format) 20 (3) 00", "application/vnd.sqlite3"),
    ("(PAR1) 00000000 (PAR1)", "application/vnd.apache.parquet"),
    ("CAFEBABE 00000034", "application/java-vm"), ("CAFEBABE 0000002E", "application/java-vm"),
    ("CAFEBABE 00000041", "application/java-vm"),
    ("00000018 (ftypavif) 00000000 (avif)", "image/avif"),
    ("00000018 (ftypmif1) 00000000 (mif1avif)", "image/avif"),
    ("00000018 (ftypheic) 00000000 (mif1)", "image/heic"),
    ("00000018 (ftypmif1) 00000000 (heic)", "image/heic"), ("00000010 (ftypmif1)", "image/heif"),
    ("00000010 (ftypmsf1) 00000000", "image/heif"),
    ("00000018 (ftypM4A) 20 00000000 (isom)", "audio/mp4"), ("0000001C (ftypisom)", "video/mp4"),
    ("0000001C (ftypmp42)", "video/mp4"), ("0000001C (ftypwhat)", "video/mp4"),
    ("00000014 (ftypqt) 2020", "video/quicktime"),
    ("00000014 (ftypwhat) 00000000 (qt) 2020", "video/quicktime"),
    ("1A45DFA3 9F 428681 01 428284 (webm)", "video/webm"),
    ("1A45DFA3 9F 428681 01 428288 (matroska)", "video/x-matroska"),
  ])
  func `tells binary types by their bytes`(description: String, type: String) {
    #expect(ContentDetection.mediaType(of: Self.bytes(description)) == type)
  }

  @Test(arguments: ["ustar\u{0}00", "ustar  \u{0}"])
  func `tells tar by what stands in the middle`(mark: String) {
    let head = Array("file.txt".utf8) + [UInt8](repeating: 0, count: 249)
    #expect(ContentDetection.mediaType(of: head + mark.utf8 + [0]) == "application/x-tar")
    #expect(ContentDetection.mediaType(of: head) == "application/octet-stream")
  }

  @Test(arguments: [
    ("<?xml version='1.0'?><a/>", "application/xml"), ("<?xml ", "application/xml"),
    ("\u{FEFF}<?xml version=\"1.0\"?>\n<a>", "application/xml"), ("<a/>", "application/xml"),
    (" \r\n<ns:a b='1'  c=\"2>\" >text</ns:a>", "application/xml"), ("<a\n/>", "application/xml"),
    ("<!-- c --><a></a>", "application/xml"),
    ("<!DOCTYPE a [<!ENTITY b \">\">]><a>", "application/xml"),
    ("<?xml version='1.0'?><html xmlns='x'/>", "application/xml"),
    ("<svg xmlns='http://www.w3.org/2000/svg'/>", "image/svg+xml"),
    (
      "<?xml version='1.0'?>\n<!-- it's -->\n<!DOCTYPE svg PUBLIC \"-//W3C//DTD\" 'x' [\n"
        + "<!-- it's > --><!ENTITY a ']>'>\n]>\n<svg:svg xmlns:svg='x'>", "image/svg+xml"
    ),
    ("<!DOCTYPE html>", "text/html"), ("\u{FEFF}\n<!doctype HTML PUBLIC 'x'><p>", "text/html"),
    ("<html>", "text/html"), ("<HTML lang=en><p>", "text/html"), ("<!-- c --><html >", "text/html"),
    ("{}", "application/json"), (" [1, {\"a\": null}]\n", "application/json"),
    ("\u{FEFF}{\"a\": 1}", "application/json"), ("hello", "text/plain"), ("1", "text/plain"),
    ("\"a\"", "text/plain"), ("null", "text/plain"), ("{a}", "text/plain"), ("[1", "text/plain"),
    ("a,b\r\n1,2\t\u{C}é😀", "text/plain"), ("<", "text/plain"), ("< a>", "text/plain"),
    ("<3 you", "text/plain"), ("<a b>", "text/plain"), ("<a b=c>", "text/plain"),
    ("<a b='<'>", "text/plain"), ("<a", "text/plain"), ("<a b='c'd='e'>", "text/plain"),
    ("<!-- c", "text/plain"), ("<htmlx b>", "text/plain"), ("</a>", "text/plain"),
    ("BMW, RIFF and GIF", "text/plain"), ("ID3 tags", "text/plain"),
    ("wOFF and OTTO", "text/plain"),
    ("true", "text/plain"), ("PAR1 is a mark", "text/plain"), ("MM and II", "text/plain"),
    ("OggS", "text/plain"), ("fLaC", "text/plain"), ("BZh91", "text/plain"), ("   ", "text/plain"),
    ("", "application/octet-stream"), ("a\0b", "application/octet-stream"),
    ("a\u{1B}[1m", "application/octet-stream"), ("a\u{7F}", "application/octet-stream"),
    ("<a>\0</a>", "application/octet-stream"),
  ])
  func `tells forms of text`(text: String, type: String) {
    #expect(ContentDetection.mediaType(of: Array(text.utf8)) == type)
  }

  @Test(arguments: [
    ("0A0B0C FF", "application/octet-stream"), ("0A07 (testing)", "application/octet-stream"),
    ("(caf) E9", "application/octet-stream"), ("FFFE 6100", "application/octet-stream"),
    ("CAFEBABE 00000002", "application/octet-stream"), ("89 (PNG)", "application/octet-stream"),
    ("(<?xml) 20 (a=') E9 ('?>)", "application/xml"), ("1A45DFA3 00", "application/octet-stream"),
    ("1A45DFA3 4282", "application/octet-stream"),
    ("1A45DFA3 428284 (what)", "application/octet-stream"),
    ("0000 0000 (ftyp)", "application/octet-stream"),
    ("(<a>) E9 (</a>)", "application/octet-stream"),
  ])
  func `other bytes are of no type`(description: String, type: String) {
    #expect(ContentDetection.mediaType(of: Self.bytes(description)) == type)
  }

  @Test func `each line of the table has a whole pattern and is reached`() {
    for magic in MagicNumber.table {
      #expect(magic.pattern.count >= 3)
      let sample =
        [UInt8](repeating: 0, count: magic.offset)
        + magic.pattern.map { $0.byte | (~$0.mask & 0x41) }
      #expect(ContentDetection.mediaType(of: sample) == magic.type)
      #expect(!magic.matches(Array(sample.dropLast())))
      #expect(!magic.matches([]))
    }
  }

  @Test func `no change of a file is a crash`() {
    let samples = [
      ZipContentTests.archive(["[Content_Types].xml", "word/document.xml"]),
      ZipContentTests.archive([("mimetype", "application/epub+zip")]),
      Self.bytes("00000018 (ftypmif1) 00000000 (mif1avif)"),
      Self.bytes("1A45DFA3 9F 428681 01 428284 (webm)"),
      Array("<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b '>'>]><a b='c'/>".utf8),
    ]
    var mutator = ContentMutator(seed: 7)
    for _ in 0..<20_000 {
      let bytes = mutator.mutation(of: samples, pieces: ["<", "<!--", "]", "PK\u{3}\u{4}", "'"])
      #expect(!ContentDetection.mediaType(of: bytes).isEmpty)
    }
  }
}
