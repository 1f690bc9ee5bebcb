/// Tells what a zip archive is by the names of the files in it.
struct ZipContent {
  /// The most files that are looked at.
  private static let entryLimit = 256

  /// Files that tell the type of an archive, by how their names start.
  private static let marks: [(name: String, type: String, isOffice: Bool)] = [
    ("word/", officePrefix + "wordprocessingml.document", true),
    ("xl/", officePrefix + "spreadsheetml.sheet", true),
    ("ppt/", officePrefix + "presentationml.presentation", true),
    ("AndroidManifest.xml", "application/vnd.android.package-archive", false),
    ("META-INF/MANIFEST.MF", "application/java-archive", false),
  ]
  private static let officePrefix = "application/vnd.openxmlformats-officedocument."
  /// Each office document has at least one of these files, the first or the last.
  private static let officeParts = ["[Content_Types].xml", "_rels/.rels"]
  private static let signature: [UInt8] = [0x50, 0x4B, 0x03, 0x04]

  private let bytes: [UInt8]

  /// The media type of an archive with files, or `nil` when the bytes are none.
  static func mediaType(of bytes: [UInt8]) -> String? {
    guard bytes.starts(with: signature) else { return nil }
    return ZipContent(bytes: bytes).mediaType
  }

  private var mediaType: String {
    if let type = storedType { return type }
    var isOffice = false
    var found: Set<Int> = []
    var place: Int? = 0
    for _ in 0..<Self.entryLimit {
      guard let start = place, let name = name(start) else { break }
      if Self.officeParts.contains(where: { name.elementsEqual($0.utf8) }) { isOffice = true }
      if let mark = Self.marks.firstIndex(where: { name.starts(with: $0.name.utf8) }) {
        found.insert(mark)
      }
      if isOffice, found.contains(where: { Self.marks[$0].isOffice }) { break }
      place = next(start)
    }
    let mark = found.filter { isOffice || !Self.marks[$0].isOffice }.min()
    return mark.map { Self.marks[$0].type } ?? "application/zip"
  }

  /// What the first file says when it is called `mimetype`: OpenDocument and EPUB are told by it.
  private var storedType: String? {
    guard let name = name(0), name.elementsEqual("mimetype".utf8), number(8, length: 2) == 0,
      let size = number(18, length: 4), size <= 100, let start = content(0),
      start + size <= bytes.count
    else { return nil }
    let text = String(decoding: bytes[start..<(start + size)], as: UTF8.self)
    let isKnown = text.hasPrefix("application/vnd.oasis.opendocument.") || text == Self.epub
    return isKnown && text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F } ? text : nil
  }
  private static let epub = "application/epub+zip"

  /// The name in the file header at a place.
  private func name(_ start: Int) -> ArraySlice<UInt8>? {
    guard let length = number(start + 26, length: 2), start + 30 + length <= bytes.count else {
      return nil
    }
    return bytes[(start + 30)..<(start + 30 + length)]
  }

  /// Where the content behind the file header at a place starts.
  private func content(_ start: Int) -> Int? {
    guard let name = number(start + 26, length: 2), let extra = number(start + 28, length: 2) else {
      return nil
    }
    return start + 30 + name + extra
  }

  /// Where the next file header is.
  private func next(_ start: Int) -> Int? {
    guard let content = content(start), let flags = number(start + 6, length: 2),
      let size = number(start + 18, length: 4)
    else { return nil }
    // A size that was not known when the header was written stands behind the content.
    if flags & 8 != 0, size == 0 { return signature(from: content) }
    return isSignature(content + size) ? content + size : nil
  }

  private func signature(from start: Int) -> Int? {
    guard start < bytes.count else { return nil }
    return bytes[start...].indices.first(where: isSignature)
  }

  private func isSignature(_ place: Int) -> Bool {
    guard place >= 0, place <= bytes.count - Self.signature.count else { return false }
    return bytes[place...].starts(with: Self.signature)
  }

  /// A little endian number.
  private func number(_ start: Int, length: Int) -> Int? {
    guard start >= 0, start <= bytes.count - length else { return nil }
    return bytes[start..<(start + length)].reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}
