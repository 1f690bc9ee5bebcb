import ContractFiles
import ContractMatching
import ContractModel
import JSONText

/// Reads the messages that a command wrote to its standard output.
///
/// A message is a JSON object with its contents in one of three members: `contents` (any JSON value),
/// `text` (a string), or `base64` (bytes); all of them may be missing for a message without contents.
/// `contentType` is the media type, `metadata` an object. Several replies are a list of such objects.
enum CommandMessage {
  private static let members = ["contents", "text", "base64", "contentType", "metadata"]

  /// Reads one message.
  static func message(_ bytes: [UInt8]) throws(VerificationError) -> ActualMessage {
    try read(try root(bytes))
  }

  /// Reads a list of messages.
  static func list(_ bytes: [UInt8]) throws(VerificationError) -> [ActualMessage] {
    let root = try root(bytes)
    guard root.kind == .array else { throw wrong("a list of replies", found: root.kind.name) }
    var messages: [ActualMessage] = []
    for element in root.elements { messages.append(try read(element)) }
    return messages
  }

  private static func root(_ bytes: [UInt8]) throws(VerificationError) -> JSONValue {
    do {
      return try JSONDocument(parsing: bytes).root
    } catch {
      let isEmpty = bytes.allSatisfy { [0x20, 0x09, 0x0A, 0x0D].contains($0) }
      throw wrong("a message", found: isEmpty ? "nothing" : "what is no JSON (\(error))")
    }
  }

  private static func read(_ value: JSONValue) throws(VerificationError) -> ActualMessage {
    guard value.kind == .object else { throw wrong("a message", found: value.kind.name) }
    for member in value.members where !members.contains(member.name) {
      throw wrong("a message", found: "a member '\(member.name)'")
    }
    let metadata = try member("metadata", of: value, .object)
    let type = try member("contentType", of: value, .string)?.string
    let contents = try contents(of: value)
    return ActualMessage(
      contents: contents.bytes,
      contentType: type ?? MessageMatcher.contentType(of: metadata) ?? contents.type,
      metadata: metadata)
  }

  private static func contents(
    of value: JSONValue
  ) throws(VerificationError) -> (bytes: [UInt8]?, type: String?) {
    let given = ["contents", "text", "base64"].filter { value[$0] != nil }
    guard given.count < 2 else {
      throw wrong("a message", found: "both '\(given[0])' and '\(given[1])'")
    }
    if let contents = value["contents"] { return (Array(contents.text.utf8), "application/json") }
    if let text = try member("text", of: value, .string)?.string {
      return (Array(text.utf8), "text/plain")
    }
    guard let text = try member("base64", of: value, .string)?.string else { return (nil, nil) }
    guard let bytes = Base64.decode(text) else {
      throw wrong("a message", found: "a 'base64' that is none")
    }
    return (bytes, "application/octet-stream")
  }

  private static func member(
    _ name: String, of value: JSONValue, _ kind: JSONKind
  ) throws(VerificationError) -> JSONValue? {
    guard let member = value[name], !member.isNull else { return nil }
    guard member.kind == kind else {
      throw wrong("a message", found: "\(member.kind.name) as '\(name)'")
    }
    return member
  }

  private static func wrong(_ expected: String, found: String) -> VerificationError {
    VerificationError(
      message: "the message command has to write \(expected) as JSON, such as"
        + " {\"contents\": {…}, \"metadata\": {…}}; it wrote \(found)")
  }
}
