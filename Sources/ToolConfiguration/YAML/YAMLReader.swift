import CLibYAML
import ContractModel
import JSONText

/// Reads one YAML document through the events of libyaml.
///
/// A mapping's keys have to be scalars. Anchors and aliases are followed, up to a number of values
/// that no configuration needs.
struct YAMLReader {
  private static let mostNodes = 100_000
  private static let deepest = 100

  private let file: String
  /// It points to itself, so it must not move.
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private var anchors: [String: (node: YAMLNode, count: Int)] = [:]
  private var count = 0

  private init(file: String, _ parser: UnsafeMutablePointer<yaml_parser_t>) {
    self.file = file
    self.parser = parser
  }

  /// Reads a text.
  ///
  /// - Throws: what is wrong with the text, and where.
  static func read(_ bytes: [UInt8], file: String) throws(Diagnostic) -> YAMLNode {
    let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    defer { parser.deallocate() }
    guard clibyaml_parser_initialize(parser) == 1 else {
      throw Diagnostic(
        .error, "libyaml is needed to read YAML; install libyaml, or write the file as JSON",
        file: file)
    }
    defer { clibyaml_parser_delete(parser) }
    var reader = YAMLReader(file: file, parser)
    let result = bytes.withUnsafeBufferPointer { text in
      Result { () throws(Diagnostic) in
        clibyaml_parser_set_input(parser, text.baseAddress, text.count)
        return try reader.document()
      }
    }
    return try result.get()
  }

  private mutating func document() throws(Diagnostic) -> YAMLNode {
    var root: YAMLNode?
    while true {
      var event = try next()
      defer { clibyaml_event_delete(&event) }
      switch event.type {
      case YAML_STREAM_END_EVENT:
        return root ?? .mapping([], JSONPosition(line: 1, column: 1))
      case YAML_STREAM_START_EVENT, YAML_DOCUMENT_END_EVENT: continue
      case YAML_DOCUMENT_START_EVENT where root != nil:
        throw error("a second document, expected one", event.start_mark)
      case YAML_DOCUMENT_START_EVENT: root = try value(depth: 0)
      default: throw error("unexpected content", event.start_mark)
      }
    }
  }

  private mutating func value(depth: Int) throws(Diagnostic) -> YAMLNode {
    var event = try next()
    defer { clibyaml_event_delete(&event) }
    return try value(event, depth: depth)
  }

  /// The value that starts with an event.
  private mutating func value(_ event: yaml_event_t, depth: Int) throws(Diagnostic) -> YAMLNode {
    let before = count
    try note(1, event.start_mark)
    guard depth < Self.deepest else {
      throw error("nested more than \(Self.deepest) levels deep", event.start_mark)
    }
    let position = Self.position(event.start_mark)
    let (node, anchor): (YAMLNode, UnsafeMutablePointer<yaml_char_t>?)
    switch event.type {
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      let isText =
        scalar.style != YAML_PLAIN_SCALAR_STYLE
        || Self.text(scalar.tag) == "tag:yaml.org,2002:str"
      node = .scalar(String(decoding: bytes, as: UTF8.self), isText: isText, position)
      anchor = scalar.anchor
    case YAML_SEQUENCE_START_EVENT:
      node = .sequence(try elements(depth: depth), position)
      anchor = event.data.sequence_start.anchor
    case YAML_MAPPING_START_EVENT:
      node = .mapping(try members(depth: depth), position)
      anchor = event.data.mapping_start.anchor
    case YAML_ALIAS_EVENT:
      let name = Self.text(event.data.alias.anchor)
      guard let known = anchors[name] else {
        throw error("there is no anchor '\(name)' before this", event.start_mark)
      }
      try note(known.count, event.start_mark)
      return known.node
    default: throw error("unexpected content", event.start_mark)
    }
    if anchor != nil { anchors[Self.text(anchor)] = (node, count - before) }
    return node
  }

  private mutating func elements(depth: Int) throws(Diagnostic) -> [YAMLNode] {
    var elements: [YAMLNode] = []
    while true {
      var event = try next()
      defer { clibyaml_event_delete(&event) }
      if event.type == YAML_SEQUENCE_END_EVENT { return elements }
      elements.append(try value(event, depth: depth + 1))
    }
  }

  private mutating func members(depth: Int) throws(Diagnostic) -> [(YAMLNode, YAMLNode)] {
    var members: [(YAMLNode, YAMLNode)] = []
    while true {
      var event = try next()
      defer { clibyaml_event_delete(&event) }
      if event.type == YAML_MAPPING_END_EVENT { return members }
      let key = try value(event, depth: depth + 1)
      guard case .scalar = key else { throw error("expected a plain key", event.start_mark) }
      members.append((key, try value(depth: depth + 1)))
    }
  }

  /// Counts values, so that aliases of aliases end.
  private mutating func note(_ number: Int, _ mark: yaml_mark_t) throws(Diagnostic) {
    count += number
    if count > Self.mostNodes { throw error("more than \(Self.mostNodes) values", mark) }
  }

  private mutating func next() throws(Diagnostic) -> yaml_event_t {
    var event = yaml_event_t()
    guard clibyaml_parser_parse(parser, &event) == 1 else {
      let problem = parser.pointee.problem.map { String(cString: $0) } ?? "it cannot be read"
      throw error("not YAML: \(problem)", parser.pointee.problem_mark)
    }
    return event
  }

  private func error(_ message: String, _ mark: yaml_mark_t) -> Diagnostic {
    Diagnostic(.error, message, file: file, position: Self.position(mark))
  }

  private static func position(_ mark: yaml_mark_t) -> JSONPosition {
    JSONPosition(line: Int(mark.line) + 1, column: Int(mark.column) + 1)
  }

  private static func text(_ bytes: UnsafeMutablePointer<yaml_char_t>?) -> String {
    bytes.map { String(cString: $0) } ?? ""
  }
}
