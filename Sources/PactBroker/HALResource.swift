package import JSONText

/// A response in HAL: JSON whose `_links` say where to go on.
package struct HALResource: Sendable, Hashable {
  /// The whole response.
  package let root: JSONValue
  /// Where it comes from: links are relative to it.
  package let url: String

  /// Reads a body, or gives `nil` when it is no JSON object with `_links`.
  package init?(_ body: [UInt8], url: String) {
    guard let root = try? JSONDocument(parsing: body).root, root["_links"]?.kind == .object else {
      return nil
    }
    self.init(root, url: url)
  }

  /// Takes JSON that was read already; without `_links` it has none.
  package init(_ root: JSONValue, url: String) {
    self.root = root
    self.url = url
  }

  /// The addresses under a relation as they stand there: one, or several when it is a list.
  package func links(_ relation: String) -> [String] {
    guard let link = root["_links"]?[relation] else { return [] }
    let list = link.kind == .array ? Array(link.elements) : [link]
    return list.compactMap { $0["href"]?.string }
  }

  /// The address under the first of these relations that there is, its variables replaced.
  ///
  /// - Parameters:
  ///   - relations: names such as `pb:provider`, the preferred one first.
  ///   - address: what relative addresses are resolved to.
  ///   - values: the values of variables.
  /// - Returns: the address, or `nil` when there is no such relation or a variable has no value.
  package func link(
    _ relations: String..., at address: BrokerAddress, _ values: [String: String] = [:]
  ) -> String? {
    for relation in relations {
      guard let link = links(relation).first else { continue }
      return LinkTemplate.expand(link, values).map { address.resolve($0, in: url) }
    }
    return nil
  }
}
