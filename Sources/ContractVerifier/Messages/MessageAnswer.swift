import ContractFiles
import ContractMatching
import ContractModel
import HTTPExchange
import JSONText

/// What a provider answered when it was asked for messages.
struct MessageAnswer {
  let response: HTTPExchangeResponse
  /// Where it was asked, for what is told of failures.
  let url: String

  /// Compares the answer with one message: its body is the contents, a header has the metadata.
  func mismatches(_ matcher: MessageMatcher) -> Result<[Mismatch], VerificationError> {
    if let failure { return .failure(failure) }
    return .success(matcher.mismatches(message))
  }

  /// Compares the answer with the replies to a message: one is the answer itself, several are a list of
  /// messages in the form of version 4.
  func mismatches(_ replies: [MessageMatcher]) -> Result<[Mismatch], VerificationError> {
    if let failure { return .failure(failure) }
    return ReplyComparison.mismatches(
      replies, one: { () throws(VerificationError) in message }, list: list)
  }

  private func list() throws(VerificationError) -> [ActualMessage] {
    let form = "expected a JSON list of replies, each {\"contents\": {…}, \"metadata\": {…}}"
    guard let root = (try? JSONDocument(parsing: response.body))?.root, root.kind == .array else {
      throw VerificationError(message: "\(form), from \(shownURL)")
    }
    var messages: [ActualMessage] = []
    for element in root.elements {
      do throws(Diagnostic) {
        messages.append(ActualMessage(try BareExchange.message(element, .v4, file: "reply")))
      } catch {
        throw VerificationError(message: "\(form), from \(shownURL): \(error.message)")
      }
    }
    return messages
  }

  private var shownURL: String { HTTPAddress.withoutCredentials(url) }

  private var failure: VerificationError? {
    guard !(200..<300).contains(response.status) else { return nil }
    let text = String(decoding: response.body.prefix(500), as: UTF8.self)
    return VerificationError(
      message: "asking \(shownURL) for the message failed: \(response.status)"
        + (text.isEmpty ? "" : ": \(text)"))
  }

  private var message: ActualMessage {
    let type = response.headers.header("content-type")
    var contents = response.body
    // Kafka's schema registry puts a zero and the schema's number, five bytes, before the contents.
    if let type, type.hasPrefix("application/vnd.schemaregistry"), contents.first == 0,
      contents.count >= 5
    {
      contents.removeFirst(5)
    }
    let header = response.headers.header("pact-message-metadata")
    let metadata = header.flatMap(Base64.decode).flatMap { try? JSONDocument(parsing: $0) }?.root
    return ActualMessage(
      contents: contents,
      contentType: MessageMatcher.contentType(of: metadata) ?? type, metadata: metadata)
  }
}
