/// Version numbers as Semantic Versioning 2.0.0 defines them.
enum SemanticVersion {
  /// Whether a text is a semantic version, e.g. `1.0.0-rc.1+build.5`.
  ///
  /// Numbers may have any length. A leading `v` is not part of a version.
  ///
  /// - Parameter text: the whole text; white space is not skipped.
  static func isValid(_ text: String) -> Bool {
    let (version, build) = split(Array(text.utf8)[...], at: UInt8(ascii: "+"))
    let (core, prerelease) = split(version, at: UInt8(ascii: "-"))
    let numbers = identifiers(core)
    return numbers.count == 3 && numbers.allSatisfy(isNumber)
      && (prerelease.map { identifiers($0).allSatisfy(isPrereleaseIdentifier) } ?? true)
      && (build.map { identifiers($0).allSatisfy(isIdentifier) } ?? true)
  }

  /// What stands before the first separator and what stands behind it.
  private static func split(
    _ text: ArraySlice<UInt8>, at separator: UInt8
  ) -> (ArraySlice<UInt8>, ArraySlice<UInt8>?) {
    guard let place = text.firstIndex(of: separator) else { return (text, nil) }
    return (text[..<place], text[(place + 1)...])
  }

  private static func identifiers(_ text: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  private static func isNumber(_ text: ArraySlice<UInt8>) -> Bool {
    guard let first = text.first, text.allSatisfy(isDigit) else { return false }
    return first != UInt8(ascii: "0") || text.count == 1
  }

  private static func isIdentifier(_ text: ArraySlice<UInt8>) -> Bool {
    !text.isEmpty
      && text.allSatisfy { byte in
        isDigit(byte) || byte == UInt8(ascii: "-")
          || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
      }
  }

  private static func isPrereleaseIdentifier(_ text: ArraySlice<UInt8>) -> Bool {
    isIdentifier(text) && (!text.allSatisfy(isDigit) || isNumber(text))
  }
}
