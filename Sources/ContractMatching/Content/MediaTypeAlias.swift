/// Media types that have more than one name.
enum MediaTypeAlias {
  /// The name that detection uses, and the others.
  private static let table: [(name: String, others: String)] = [
    ("image/jpeg", "image/jpg image/pjpeg image/jfif"),
    ("image/png", "image/x-png"),
    ("image/bmp", "image/x-ms-bmp image/x-bmp image/x-windows-bmp"),
    ("image/tiff", "image/tif image/x-tiff"),
    ("image/vnd.microsoft.icon", "image/x-icon image/ico image/icon"),
    ("image/heic", "image/heif"),
    ("image/svg+xml", "image/svg"),
    ("audio/mpeg", "audio/mp3 audio/x-mp3 audio/mpeg3 audio/x-mpeg audio/x-mpeg-3"),
    ("audio/ogg", "application/ogg video/ogg audio/x-ogg audio/vorbis audio/opus"),
    ("audio/flac", "audio/x-flac"),
    ("audio/wav", "audio/x-wav audio/wave audio/x-pn-wav audio/vnd.wave"),
    ("audio/mp4", "audio/m4a audio/x-m4a"),
    ("video/mp4", "application/mp4 video/x-m4v"),
    ("video/webm", "audio/webm"),
    ("video/x-matroska", "video/matroska audio/x-matroska audio/matroska"),
    ("video/x-msvideo", "video/avi video/msvideo video/vnd.avi"),
    ("application/pdf", "application/x-pdf"),
    ("application/zip", "application/x-zip application/x-zip-compressed"),
    ("application/gzip", "application/x-gzip application/gzip-compressed application/gzipped"),
    ("application/x-bzip2", "application/bzip2 application/x-bzip"),
    ("application/x-xz", "application/xz"),
    ("application/zstd", "application/x-zstd application/x-zstandard"),
    ("application/x-7z-compressed", "application/7z application/x-7z"),
    ("application/vnd.rar", "application/x-rar-compressed application/x-rar application/rar"),
    ("application/x-tar", "application/tar application/x-gtar application/x-ustar"),
    ("application/java-archive", "application/x-java-archive application/x-jar"),
    ("application/x-executable", "application/x-elf application/x-sharedlib"),
    ("font/woff", "application/font-woff application/x-font-woff"),
    ("font/woff2", "application/font-woff2 application/x-font-woff2"),
    ("font/ttf", "application/font-sfnt application/x-font-ttf application/x-font-truetype"),
    ("font/otf", "application/x-font-otf application/x-font-opentype application/font-otf"),
    ("application/vnd.sqlite3", "application/x-sqlite3 application/sqlite3"),
    ("application/vnd.apache.parquet", "application/x-parquet application/parquet"),
    ("application/java-vm", "application/x-java-vm application/java application/x-java-class"),
    ("application/xml", "text/xml"),
    ("application/json", "text/json application/x-json"),
    ("text/html", "application/xhtml+xml"),
  ]

  private static let names: [String: String] = Dictionary(
    table.flatMap { entry in
      entry.others.split(separator: " ").map { (String($0), entry.name) }
    }, uniquingKeysWith: { first, _ in first })

  /// The name of a type that detection uses; a type that is not known keeps its own.
  ///
  /// - Parameter essence: the type and subtype in lower case.
  static func canonical(_ essence: String) -> String { names[essence] ?? essence }
}
