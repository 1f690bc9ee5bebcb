import JSONText
import ContractModel

/// `contentType`: contents whose type, told by their first bytes, is the given one.
///
/// The types are told by a table of our own, so that the verdict is the same on every machine.
struct ContentTypeRule: MatchingRule {
  let name = "contentType"
  let concernsContainers = true
  let isInheritable = false
  let type: String

  func difference(of actual: Operand, from expected: Operand) -> String? {
    let detected = ContentDetection.mediaType(of: actual.contents)
    if ContentDetection.accepts(type, detected: detected) { return nil }
    return "Expected binary contents to have content type '\(type)' but detected contents was"
      + " '\(detected)'"
  }
}

extension Operand {
  /// The bytes of a value; a JSON string that is base64 stands for the bytes it encodes.
  fileprivate var contents: [UInt8] {
    switch self {
    case .bytes(let bytes): bytes
    case .text(let text): Array(text.utf8)
    case .json(let value): value.string.flatMap(Base64.decode) ?? Array(string.utf8)
    }
  }
}
