package import FaultModel
package import JSONText

extension ProxyOptions {
  /// Reads a proxy as Toxiproxy writes it; `toxics` may stand in it as well.
  ///
  /// - Throws: ``ProxyOptionsError`` that says what is wrong.
  package init(json: JSONValue) throws(ProxyOptionsError) {
    guard json.kind == .object else { throw ProxyOptionsError("a proxy is an object", json) }
    let name = try Self.text(json, "name") ?? ""
    guard !name.isEmpty else { throw ProxyOptionsError(missing: "name", json) }
    guard let upstream = try Self.endpoint(json, "upstream") else {
      throw ProxyOptionsError(missing: "upstream", json)
    }
    self.init(
      name: name, listen: try Self.endpoint(json, "listen") ?? .anyPort, upstream: upstream,
      isEnabled: try Self.flag(json, "enabled") ?? true)
    toxics = try Self.toxics(json)
  }

  private static func toxics(_ json: JSONValue) throws(ProxyOptionsError) -> [Toxic] {
    guard let list = json["toxics"], !list.isNull else { return [] }
    guard list.kind == .array else { throw ProxyOptionsError("toxics: expected an array", list) }
    var toxics: [Toxic] = []
    var names: Set<String> = []
    for element in list.elements {
      let toxic: Toxic
      do throws(ToxicError) {
        toxic = try Toxic(json: element)
      } catch {
        throw ProxyOptionsError(error, element)
      }
      guard names.insert(toxic.name).inserted else {
        throw ProxyOptionsError("two toxics are named '\(toxic.name)'", element)
      }
      toxics.append(toxic)
    }
    return toxics
  }

  /// Reads a list of proxies, none of which has the name of another.
  ///
  /// - Throws: ``ProxyOptionsError`` that says what is wrong, and with which proxy.
  package static func list(json: JSONValue) throws(ProxyOptionsError) -> [ProxyOptions] {
    guard json.kind == .array else { throw ProxyOptionsError("expected an array", json) }
    var proxies: [ProxyOptions] = []
    var names: Set<String> = []
    for element in json.elements {
      let options: ProxyOptions
      do throws(ProxyOptionsError) {
        options = try ProxyOptions(json: element)
      } catch {
        throw error.kind == .missing ? error.adding(" at proxy \(proxies.count + 1)") : error
      }
      guard names.insert(options.name).inserted else {
        throw ProxyOptionsError("duplicate proxy name \"\(options.name)\"", element)
      }
      proxies.append(options)
    }
    return proxies
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

  /// Reads a truth value of an object, or `nil` when it is not there.
  package static func flag(
    _ json: JSONValue, _ key: String
  ) throws(ProxyOptionsError) -> Bool? {
    guard let value = json[key], !value.isNull else { return nil }
    guard let flag = value.boolean else {
      throw ProxyOptionsError("\(key): expected true or false", value)
    }
    return flag
  }

  /// The toxics as Toxiproxy lists them: those of upstream before those of downstream.
  package var orderedToxics: [Toxic] {
    toxics.filter { $0.stream == .upstream } + toxics.filter { $0.stream == .downstream }
  }

  /// Writes the proxy as Toxiproxy does.
  package func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("name", name)
      writer.member("listen", listen.description)
      writer.member("upstream", upstream.description)
      writer.member("enabled", isEnabled)
      writer.key("toxics")
      writer.array { writer in for toxic in orderedToxics { toxic.write(to: &writer) } }
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
