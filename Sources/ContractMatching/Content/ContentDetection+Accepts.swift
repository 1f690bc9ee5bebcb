import ContractModel

extension ContentDetection {
  /// Whether a body in which one type was detected can be of the type that is expected.
  ///
  /// Detection sees less than a name can say: a CSV file is text to it, an API's own type is JSON.
  /// So the detected type may be the more general one of the two.
  ///
  /// - Parameters:
  ///   - expected: a media type in any case; its parameters do not count.
  ///   - detected: what ``mediaType(of:)`` gave.
  static func accepts(_ expected: String, detected: String) -> Bool {
    let wanted = MediaType(expected)
    let name = MediaTypeAlias.canonical(wanted.essence)
    let found = MediaTypeAlias.canonical(MediaType(detected).essence)
    if name == found || name == unknown { return true }
    switch found {
    case "text/plain": return isPlainText(wanted)
    case "application/json": return wanted.isJSON
    case "application/xml":
      // Pieces of HTML start with a tag; SVG is detected by its own.
      return wanted.isXML && name != "image/svg+xml" || name == "text/html"
    case "image/svg+xml": return name == "application/xml"
    case "video/mp4": return name == "audio/mp4"
    case "application/zip": return wanted.essence.hasSuffix("+zip")
    default: return name == "application/zip" && isArchive(found)
    }
  }

  /// Whether text without a form of its own can be of a type.
  private static func isPlainText(_ wanted: MediaType) -> Bool {
    // JSON and XML would have been detected.
    if wanted.isXML || MediaTypeAlias.canonical(wanted.essence) == "application/json" {
      return false
    }
    return wanted.essence.hasPrefix("text/") || wanted.isForm
      || plainTypes.contains(wanted.essence)
  }

  private static let plainTypes: Set<String> = [
    "application/ecmascript", "application/graphql", "application/javascript", "application/jsonl",
    "application/sql", "application/toml", "application/x-javascript", "application/x-ndjson",
    "application/x-sh", "application/x-yaml", "application/yaml",
  ]

  /// Whether files of a detected type are zip archives.
  private static func isArchive(_ name: String) -> Bool {
    name.hasPrefix("application/vnd.openxmlformats-officedocument.")
      || name.hasPrefix("application/vnd.oasis.opendocument.")
      || [
        "application/epub+zip", "application/java-archive",
        "application/vnd.android.package-archive",
      ].contains(name)
  }
}
