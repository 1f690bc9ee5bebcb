package import JSONText

extension Toxic {
  /// Reads a toxic as Toxiproxy writes it.
  ///
  /// - Parameter json: an object with `type` and, as wanted, `name`, `stream`, `toxicity` and
  ///   `attributes`.
  /// - Throws: ``ToxicError`` that says what is wrong.
  package init(json: JSONValue) throws(ToxicError) {
    guard json.kind == .object else { throw ToxicError("a toxic is an object") }
    let type = try Self.text(json, "type") ?? ""
    let streamName = try Self.text(json, "stream") ?? ToxicStream.downstream.rawValue
    guard let stream = ToxicStream(rawValue: streamName) else {
      throw ToxicError("stream was invalid, can be either upstream or downstream", .stream)
    }
    try self.init(
      type: type, name: Self.text(json, "name"), stream: stream,
      toxicity: Self.toxicity(json) ?? 1, attributes: Self.attributes(json))
  }

  /// Changes what an object holds of `toxicity` and `attributes`.
  ///
  /// - Throws: ``ToxicError`` that says what is wrong.
  package mutating func change(json: JSONValue) throws(ToxicError) {
    guard json.kind == .object else { throw ToxicError("a toxic is an object") }
    try change(toxicity: Self.toxicity(json), attributes: Self.attributes(json))
  }

  /// Writes the toxic as Toxiproxy does.
  package func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("attributes")
      writer.object { writer in
        for name in attributeNames {
          writer.key(name)
          writer.number(ToxicNumber.text(attributes[fraction: name]))
        }
      }
      writer.member("name", name)
      writer.member("type", type)
      writer.member("stream", stream.rawValue)
      writer.key("toxicity")
      writer.number(ToxicNumber.text(toxicity))
    }
  }

  private static func text(_ json: JSONValue, _ key: String) throws(ToxicError) -> String? {
    guard let value = json[key], !value.isNull else { return nil }
    guard let text = value.string else { throw ToxicError("\(key): expected a string") }
    return text
  }

  private static func toxicity(_ json: JSONValue) throws(ToxicError) -> Double? {
    guard let value = json["toxicity"], !value.isNull else { return nil }
    guard let number = value.double else { throw ToxicError("toxicity: expected a number") }
    return number
  }

  private static func attributes(_ json: JSONValue) throws(ToxicError) -> [String: Double] {
    guard let object = json["attributes"], !object.isNull else { return [:] }
    guard object.kind == .object else { throw ToxicError("attributes: expected an object") }
    var values: [String: Double] = [:]
    for member in object.members {
      guard let number = member.value.double else {
        throw ToxicError("\(member.name): expected a number")
      }
      values[member.name] = number
    }
    return values
  }
}
