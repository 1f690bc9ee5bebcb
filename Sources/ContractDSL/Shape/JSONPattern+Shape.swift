extension JSONPattern {
  /// What encodes like a value: every leaf by its kind, lists with any number of elements.
  ///
  /// ```swift
  /// response: .json(
  ///   .ok, .shape(of: Order.sample).overlaid(with: ["status": .oneOf(Order.Status.self)]))
  /// ```
  ///
  /// Members stay in the order in which they are encoded; those of a dictionary are sorted. A list is
  /// what its first element is like. No encoder of Foundation takes part: a `Date` encodes itself as a number.
  ///
  /// - Parameter value: an example of what the client decodes. One that cannot be encoded is told of
  ///   when the interaction is used.
  /// - Returns: the pattern.
  public static func shape(of value: some Encodable) -> JSONPattern {
    let node = ShapeNode()
    do {
      try node.encode(value, at: [])
      return node.pattern
    } catch {
      return JSONPattern(.invalid("the value cannot be encoded: \(error)"))
    }
  }
}
