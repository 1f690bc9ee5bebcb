import ContractModel

/// Links with variables in braces, as HAL has them (RFC 6570, level 1).
package enum LinkTemplate {
  /// Replaces each variable by its percent-encoded value.
  ///
  /// A link is a template when it has braces, whether `templated` says so or not: brokers forget it.
  ///
  /// - Returns: the link, or `nil` when a variable has no value or a brace is not closed.
  package static func expand(_ link: String, _ values: [String: String]) -> String? {
    var expanded = ""
    var rest = link[...]
    while let open = rest.firstIndex(of: "{") {
      expanded += rest[..<open]
      rest = rest[rest.index(after: open)...]
      guard let close = rest.firstIndex(of: "}"), let value = values[String(rest[..<close])] else {
        return nil
      }
      expanded += PercentCoding.encode(value)
      rest = rest[rest.index(after: close)...]
    }
    return expanded + rest
  }
}
