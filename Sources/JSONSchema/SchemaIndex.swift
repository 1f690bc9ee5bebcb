import JSONText

/// A value by its place: which document, which node.
struct NodeKey: Hashable, Sendable {
  /// The document.
  let document: ObjectIdentifier
  /// The node in it.
  let node: UInt32

  /// The place of a value.
  init(_ value: JSONValue) {
    document = ObjectIdentifier(value.document)
    node = value.node
  }
}

/// A schema with a base URI of its own (Core 2020-12, section 4.3.5).
struct SchemaResource: Sendable {
  /// The schema.
  let root: JSONValue
  /// The base URI, without fragment.
  let uri: URIReference
  /// The rules that the schema is read by.
  var dialect: SchemaDialect
  /// The schemas by `$anchor`, `$dynamicAnchor` or the fragment of an `$id`.
  var anchors: [String: JSONValue] = [:]
  /// The schemas by `$dynamicAnchor`; the one of `$recursiveAnchor` has an empty name.
  var dynamicAnchors: [String: JSONValue] = [:]
}

/// Finds the resources and anchors of documents, and what references lead to.
struct SchemaIndex {
  /// The resources that were found.
  private(set) var resources: [SchemaResource] = []
  private var byURI: [String: Int] = [:]
  private var starts: [NodeKey: Int] = [:]
  private let registry: SchemaRegistry
  private let fallback: Draft

  /// Creates an empty index.
  ///
  /// - Parameters:
  ///   - registry: where other documents are.
  ///   - fallback: the draft of a document that names none.
  init(registry: SchemaRegistry, fallback: Draft) {
    self.registry = registry
    self.fallback = fallback
  }

  /// The resource that a schema is the root of, else the one around it.
  func resource(of value: JSONValue, within parent: Int) -> Int {
    starts[NodeKey(value)] ?? parent
  }

  /// Adds a document.
  ///
  /// - Parameters:
  ///   - root: the schema.
  ///   - uri: where it was found.
  ///   - draft: its draft, whatever `$schema` says; `nil` to look there.
  /// - Returns: the resource of the root.
  mutating func load(
    _ root: JSONValue, at uri: URIReference, draft: Draft? = nil
  ) throws(JSONSchemaError) -> Int {
    let base = uri.withoutFragment
    let outer = resources.count
    let fixed = draft.map { SchemaDialect(draft: $0) }
    let dialect = if let fixed { fixed } else { try dialect(of: root, or: nil) }
    resources.append(SchemaResource(root: root, uri: base, dialect: dialect))
    register(outer)
    var pending = [(root, outer)]
    while let (value, parent) = pending.popLast() {
      guard value.kind == .object else { continue }
      let resource = try enter(value, parent, isFixed: draft != nil && value.node == root.node)
      let subschemas = SchemaChildren.all(of: value, draft: resources[resource].dialect.draft)
      pending += subschemas.reversed().map { ($0, resource) }
    }
    return starts[NodeKey(root)] ?? outer
  }

  private mutating func register(_ resource: Int) {
    let key = resources[resource].uri.description
    if byURI[key] == nil { byURI[key] = resource }
  }

  /// Notes the identifiers of one schema.
  private mutating func enter(
    _ value: JSONValue, _ parent: Int, isFixed: Bool
  ) throws(JSONSchemaError) -> Int {
    var resource = parent
    var dialect = resources[parent].dialect
    if !isFixed, value["$schema"] != nil, value["$id"] ?? value["id"] != nil {
      dialect = try self.dialect(of: value, or: dialect)
    }
    let draft = dialect.draft
    let isShadowed = draft <= .draft7 && value["$ref"]?.kind == .string
    if !isShadowed, let id = value[draft == .draft4 ? "id" : "$id"]?.string {
      let reference = URIReference(id)
      let fragment = reference.decodedFragment
      if !reference.withoutFragment.description.isEmpty {
        let uri = reference.withoutFragment.resolved(against: resources[parent].uri)
        resource = resources.count
        resources.append(SchemaResource(root: value, uri: uri, dialect: dialect))
        starts[NodeKey(value)] = resource
        register(resource)
      }
      if !fragment.isEmpty, draft <= .draft7 { resources[resource].anchors[fragment] = value }
    }
    if draft >= .draft201909, let anchor = value["$anchor"]?.string {
      resources[resource].anchors[anchor] = value
    }
    if draft == .draft202012, let anchor = value["$dynamicAnchor"]?.string {
      resources[resource].anchors[anchor] = value
      resources[resource].dynamicAnchors[anchor] = value
    }
    if draft == .draft201909, value["$recursiveAnchor"]?.boolean == true {
      resources[resource].dynamicAnchors[""] = value
    }
    return resource
  }

  /// Follows `$schema`, over metaschemas of the registry, to the draft at its end.
  private func dialect(
    of root: JSONValue, or outer: SchemaDialect?
  ) throws(JSONSchemaError) -> SchemaDialect {
    guard let uri = root["$schema"]?.string else {
      return outer ?? SchemaDialect(draft: fallback)
    }
    var vocabulary: JSONValue?
    var name = uri
    for _ in 0..<8 {
      if let draft = Draft(metaschema: name) {
        return SchemaDialect(draft: draft, vocabulary: vocabulary)
      }
      let key = URIReference(name).withoutFragment.description
      guard let metaschema = registry.documents[key] else { break }
      if vocabulary == nil { vocabulary = metaschema["$vocabulary"] }
      guard let next = metaschema["$schema"]?.string else { break }
      name = next
    }
    let place = root["$schema"] ?? root
    throw JSONSchemaError("The metaschema '\(name)' is not a known draft.", at: place)
  }

  /// Finds the schema that a reference leads to.
  ///
  /// - Parameters:
  ///   - reference: the value of `$ref` or the like, a string.
  ///   - resource: the resource that the reference stands in.
  /// - Throws: when there is no such schema.
  mutating func resolve(
    _ reference: JSONValue, from resource: Int
  ) throws(JSONSchemaError) -> (value: JSONValue, resource: Int) {
    guard let text = reference.string else {
      throw JSONSchemaError("A reference must be a string.", at: reference)
    }
    let target = URIReference(text).resolved(against: resources[resource].uri)
    let key = target.withoutFragment.description
    var found = byURI[key]
    if found == nil, let document = registry.documents[key] {
      found = try load(document, at: target)
      byURI[key] = found
    }
    guard let found else {
      throw JSONSchemaError("There is no document for the reference '\(target)'.", at: reference)
    }
    let fragment = target.decodedFragment
    if fragment.isEmpty { return (resources[found].root, found) }
    if !fragment.hasPrefix("/") {
      guard let value = resources[found].anchors[fragment] else {
        throw JSONSchemaError("There is no anchor '\(target)'.", at: reference)
      }
      return (value, self.resource(of: value, within: found))
    }
    var (value, place) = (resources[found].root, found)
    for token in JSONPointer.tokens(fragment) {
      guard let next = JSONPointer.step(token, in: value) else {
        throw JSONSchemaError("The reference '\(target)' leads nowhere.", at: reference)
      }
      value = next
      place = self.resource(of: value, within: place)
    }
    return (value, place)
  }
}
