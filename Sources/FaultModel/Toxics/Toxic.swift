/// A disturbance of one direction of a proxy's connections.
package struct Toxic: Sendable, Hashable {
  /// The name, by which it is found again.
  package let name: String
  /// The name of its kind.
  package let type: String
  /// The direction that it disturbs.
  package let stream: ToxicStream
  /// The part of the connections that it befalls, from 0 to 1.
  package private(set) var toxicity: Double
  /// The values of its attributes.
  package private(set) var attributes: ToxicAttributes

  private let kind: Kind

  /// The kind, which is equal when the type is.
  private struct Kind: Sendable, Hashable {
    let type: any ToxicKind.Type
    static func == (left: Kind, right: Kind) -> Bool { left.type.type == right.type.type }
    func hash(into hasher: inout Hasher) { hasher.combine(type.type) }
  }

  /// Creates a toxic.
  ///
  /// - Parameters:
  ///   - type: the name of a kind of toxics.
  ///   - name: the name; `<type>_<stream>` when it is `nil` or empty.
  ///   - stream: the direction.
  ///   - toxicity: the part of the connections that it befalls.
  ///   - attributes: names and values; those that are missing have the kind's defaults.
  /// - Throws: ``ToxicError`` for an unknown type or attribute, and for a value out of its limits.
  package init(
    type: String, name: String? = nil, stream: ToxicStream = .downstream, toxicity: Double = 1,
    attributes: [String: Double] = [:]
  ) throws(ToxicError) {
    guard let kind = ToxicTable.kind(type) else {
      let known = ToxicTable.kinds.map { $0.type }.joined(separator: ", ")
      throw ToxicError("unknown toxic type '\(type)', expected one of \(known)", .type)
    }
    self.kind = Kind(type: kind)
    self.type = type
    self.stream = stream
    self.name = name.flatMap { $0.isEmpty ? nil : $0 } ?? "\(type)_\(stream.rawValue)"
    self.toxicity = 1
    self.attributes = ToxicAttributes(of: kind)
    try change(toxicity: toxicity, attributes: attributes)
  }

  /// Changes the toxicity and some of the attributes, all or none of them.
  ///
  /// - Throws: ``ToxicError`` for an unknown attribute, and for a value out of its limits.
  package mutating func change(
    toxicity: Double? = nil, attributes: [String: Double] = [:]
  ) throws(ToxicError) {
    if let toxicity, !(0...1).contains(toxicity) {
      throw ToxicError("toxicity \(toxicity): expected 0 to 1")
    }
    var changed = self.attributes
    for name in attributes.keys.sorted() {
      guard kind.type.attributes.contains(where: { $0.name == name }) else {
        let known = kind.type.attributes.map(\.name).joined(separator: ", ")
        throw ToxicError(
          "\(type) has no attribute '\(name)'" + (known.isEmpty ? "" : ", it has \(known)"))
      }
      changed[fraction: name] = attributes[name] ?? 0
    }
    for attribute in kind.type.attributes {
      let value = changed[fraction: attribute.name]
      if let problem = attribute.problem(value) {
        throw ToxicError("\(attribute.name) \(ToxicNumber.text(value)): \(problem)")
      }
    }
    self.attributes = changed
    self.toxicity = toxicity ?? self.toxicity
  }

  /// The toxic at work in one stream.
  func begin() -> any ToxicKind { kind.type.init(attributes) }

  /// Whether what waits when it is changed is delayed anew from when it came.
  var delaysFromArrival: Bool { kind.type.delaysFromArrival }

  /// Whether removing it closes connections.
  var closesWhenRemoved: Bool { kind.type.closesWhenRemoved }

  /// Whether connections that it befalls are reset before the server hears of them.
  var refusesConnections: Bool { kind.type.refusesConnections }

  /// The names of its attributes, in order.
  package var attributeNames: [String] { kind.type.attributes.map(\.name) }
}
