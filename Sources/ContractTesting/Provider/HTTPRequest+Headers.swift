public import ContractModel

extension HTTPRequest {
  /// Sets a header field; one of the same name, in any case, is replaced.
  public mutating func setHeader(_ name: String, _ value: String) {
    headers.removeAll { $0.name.lowercased() == name.lowercased() }
    headers.append(Field(name, [value]))
  }
}
