import FaultModel
package import JSONText

extension ProxyOptions {
  /// Reads a proxy as Toxiproxy writes it; `toxics` may stand in it as well.
  ///
  /// - Throws: ``ProxyOptionsError`` that says what is wrong.
  package init(json: JSONValue) throws(ProxyOptionsError) {
    guard json.kind == .object else { throw ProxyOptionsError("a proxy is an object", json) }
    let name = try Self.text(json, "name") ?? ""
    guard !name.isEmpty else { throw ProxyOptionsError("missing required field: name", json) }
    guard let upstream = try Self.endpoint(json, "upstream") else {
      throw ProxyOptionsError("missing required field: upstream", json)
    }
    self.init(
      name: name, listen: try Self.endpoint(json, "listen") ?? .anyPort, upstream: upstream,
      isEnabled: json["enabled"]?.boolean ?? true)
    var names: Set<String> = []
    for element in json["toxics"]?.elements ?? JSONValue.null.elements {
      let toxic: Toxic
      do throws(ToxicError) {
        toxic = try Toxic(json: element)
      } catch {
        throw ProxyOptionsError(error.description, element)
      }
      guard names.insert(toxic.name).inserted else {
        throw ProxyOptionsError("two toxics are named '\(toxic.name)'", element)
      }
      toxics.append(toxic)
    }
  }

  /// Reads an address of an object, or `nil` when it is not there.
  package static func endpoint(
    _ json: JSONValue, _ key: String
  ) throws(ProxyOptionsError) -> Endpoint? {
    guard let text = try text(json, key), !text.isEmpty else { return nil }
    guard let endpoint = Endpoint(text) else {
      throw ProxyOptionsError("\(key) '\(text)': expected HOST:PORT", json[key] ?? json)
    }
    return endpoint
  }

  /// Writes the proxy as Toxiproxy does.
  package func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("name", name)
      writer.member("listen", listen.description)
      writer.member("upstream", upstream.description)
      writer.member("enabled", isEnabled)
      writer.key("toxics")
      writer.array { writer in for toxic in toxics { toxic.write(to: &writer) } }
    }
  }

  private static func text(
    _ json: JSONValue, _ key: String
  ) throws(ProxyOptionsError) -> String? {
    guard let value = json[key], !value.isNull else { return nil }
    guard let text = value.string else {
      throw ProxyOptionsError("\(key): expected a string", value)
    }
    return text
  }
}

/// Why the description of a proxy cannot be used, and where.
package struct ProxyOptionsError: Error, Sendable, CustomStringConvertible {
  /// What is wrong.
  package let description: String
  /// Where it stands.
  package let position: JSONPosition

  /// Creates the error of a place.
  package init(_ description: String, _ place: JSONValue) {
    self.description = description
    position = place.position
  }
}
