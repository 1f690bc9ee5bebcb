/// The media types of files whose container names what they hold.
enum MediaContainer {
  /// The media type of an ISO base media file (`ftyp`) or of a Matroska file, or `nil` for others.
  static func mediaType(of bytes: [UInt8]) -> String? {
    let head = Array(bytes.prefix(headLength))
    return isoMedia(head) ?? matroska(head)
  }

  /// What a container says of itself stands in its first bytes.
  private static let headLength = 256

  /// The brands of ISO base media files.
  private static let brands: [(brand: String, type: String)] = [
    ("avif", "image/avif"), ("avis", "image/avif"),
    ("heic", "image/heic"), ("heix", "image/heic"), ("heim", "image/heic"), ("heis", "image/heic"),
    ("hevc", "image/heic"), ("hevx", "image/heic"),
    ("M4A ", "audio/mp4"), ("M4B ", "audio/mp4"), ("M4P ", "audio/mp4"),
    ("qt  ", "video/quicktime"),
    ("isom", "video/mp4"), ("mp41", "video/mp4"), ("mp42", "video/mp4"), ("M4V ", "video/mp4"),
  ]

  /// The main brand decides, then the first compatible one that is known.
  private static func isoMedia(_ head: [UInt8]) -> String? {
    guard head.count >= 12, head[0] == 0, head[1] == 0,
      head[4..<8].elementsEqual("ftyp".utf8)
    else { return nil }
    let end = min(Int(head[2]) << 8 | Int(head[3]), head.count)
    // Behind the main brand stands its version.
    let places = [8] + Array(stride(from: 16, through: end - 4, by: 4))
    for place in places {
      let brand = head[place..<(place + 4)]
      if let known = brands.first(where: { brand.elementsEqual($0.brand.utf8) }) {
        return known.type
      }
    }
    let isImage = head[8..<12].elementsEqual("mif1".utf8) || head[8..<12].elementsEqual("msf1".utf8)
    return isImage ? "image/heif" : "video/mp4"
  }

  /// The document types of Matroska files.
  private static let documents: [(name: String, type: String)] = [
    ("webm", "video/webm"), ("matroska", "video/x-matroska"),
  ]

  private static func matroska(_ head: [UInt8]) -> String? {
    guard head.starts(with: [0x1A, 0x45, 0xDF, 0xA3]) else { return nil }
    // The element 0x4282 holds the document type, behind a byte of length.
    for place in head.indices.dropLast(3) where head[place] == 0x42 && head[place + 1] == 0x82 {
      let rest = head[(place + 3)...]
      return documents.first { rest.starts(with: $0.name.utf8) }?.type
    }
    return nil
  }
}
