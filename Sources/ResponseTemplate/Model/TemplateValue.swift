import ContractMatching
import JSONText

/// A value in a template.
enum TemplateValue: Sendable {
  case missing
  case text(String)
  case boolean(Bool)
  case integer(Int)
  case decimal(Double)
  /// A JSON array or object, or a number that is neither an `Int` nor a `Double`.
  case json(JSONValue)
  case sequence(TemplateList)
  case object([(name: String, value: TemplateValue)])
  /// The values of one name, of which the first is printed.
  case texts([String])
  /// Fields by name, such as headers.
  case fields([(name: String, value: String)], ignoresCase: Bool)
  /// A path with its segments and parameters.
  case path(String, [(name: String, value: String)])
  case moment(Moment)
  case request(TemplateRequest)

  /// The value that a JSON value stands for.
  init(_ json: JSONValue) {
    switch json.kind {
    case .null: self = .missing
    case .boolean: self = .boolean(json.boolean == true)
    case .string: self = .text(json.string ?? "")
    case .number: self = json.integer.map { .integer($0) } ?? .json(json)
    case .array, .object: self = .json(json)
    }
  }

  /// A list of values.
  static func list(_ elements: [TemplateValue]) -> TemplateValue {
    .sequence(TemplateList(elements))
  }

  /// Whether there is nothing.
  var isMissing: Bool {
    if case .missing = self { return true }
    return false
  }

  /// Whether a condition takes the value for true.
  var isTrue: Bool {
    switch self {
    case .missing: false
    case .boolean(let value): value
    case .text(let text): !text.isEmpty
    case .integer(let number): number != 0
    case .decimal(let number): number != 0
    case .json(let json): json.double.map { $0 != 0 } ?? !json.isEmpty
    case .sequence(let list): !list.elements.isEmpty
    case .object(let members): !members.isEmpty
    case .texts(let texts): !texts.isEmpty
    case .fields, .path, .moment, .request: true
    }
  }

  /// The number that the value is or spells.
  var number: Double? {
    switch self {
    case .integer(let number): Double(number)
    case .decimal(let number): number
    case .json(let json): json.double
    case .text, .texts: Double(text)
    default: nil
    }
  }

  /// The elements of a list; `nil` when it is none.
  var elements: [TemplateValue]? {
    switch self {
    case .sequence(let list): list.elements
    case .texts(let texts): texts.map { .text($0) }
    case .path(let path, _): Self.segments(path).map { .text($0) }
    case .json(let json) where json.kind == .array: json.elements.map { TemplateValue($0) }
    default: nil
    }
  }

  /// The members of an object; `nil` when it is none.
  var members: [(name: String, value: TemplateValue)]? {
    switch self {
    case .object(let members): members
    case .fields(let fields, _): fields.map { ($0.name, .text($0.value)) }
    case .json(let json) where json.kind == .object:
      json.members.map { ($0.name, TemplateValue($0.value)) }
    default: nil
    }
  }

  /// The segments of a path.
  static func segments(_ path: String) -> [String] {
    path.utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
  }
}
