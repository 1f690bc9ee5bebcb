import HTTPExchange
import JSONText
import ProcessControl

/// What a provider makes of a state change.
///
/// A provider says that it does not know a state by a JSON object with `"unknown": true` in an answer with a
/// status of 2xx or 4xx, or on a command's standard output. A bare 404 does not say it: the address may be
/// wrong.
enum StateAnswer: Equatable {
  /// The state was changed; a JSON object that came with the answer holds values for generators.
  case changed(values: JSONValue?)
  /// The provider has no such state; the text is what it said.
  case unknown(String)
  /// The state could not be changed.
  case failed(String)

  /// Reads the answer of a state URL.
  init(_ response: HTTPExchangeResponse, from url: String) {
    let object = Self.object(response.body)
    let said = "\(response.status) from \(HTTPAddress.withoutCredentials(url))"
    let text = String(decoding: response.body.prefix(500), as: UTF8.self)
    let saidWithText = text.isEmpty ? said : "\(said): \(text)"
    switch response.status {
    case 200..<300 where Self.isUnknown(object), 400..<500 where Self.isUnknown(object):
      self = .unknown(saidWithText)
    case 200..<300: self = .changed(values: object)
    default: self = .failed(saidWithText)
    }
  }

  /// Reads what a command wrote; what is no JSON object is only for people.
  init(_ output: CommandOutput, limit: Duration) {
    if let failure = output.failure(limit: limit) {
      self = .failed(failure)
      return
    }
    let object = Self.object(output.output)
    self =
      Self.isUnknown(object)
      ? .unknown("the command wrote \"unknown\": true") : .changed(values: object)
  }

  private static func object(_ bytes: [UInt8]) -> JSONValue? {
    guard let value = try? JSONDocument(parsing: bytes).root else { return nil }
    return value.kind == .object ? value : nil
  }

  private static func isUnknown(_ object: JSONValue?) -> Bool {
    object?["unknown"]?.boolean == true
  }
}
