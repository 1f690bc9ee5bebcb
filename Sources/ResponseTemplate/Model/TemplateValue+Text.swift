import ContractMatching
import JSONText

extension TemplateValue {
  /// The value as it is printed.
  var text: String {
    switch self {
    case .missing: ""
    case .text(let text): text
    case .boolean(let value): "\(value)"
    case .integer(let number): "\(number)"
    case .decimal(let number): "\(number)"
    case .json(let json): json.description
    case .texts(let texts): texts.first ?? ""
    case .path(let path, _): path
    case .moment(let moment): DateFormatting.iso(moment)
    case .sequence, .object, .fields: json.description
    case .request(let request): request.target
    }
  }

  /// The value as JSON.
  var json: JSONValue {
    if case .json(let json) = self { return json }
    return .make { write(to: &$0) }
  }

  /// Writes the value as JSON.
  func write(to writer: inout JSONWriter) {
    switch self {
    case .missing: writer.null()
    case .boolean(let value): writer.boolean(value)
    case .integer(let number): writer.number("\(number)")
    case .decimal(let number) where number.isFinite: writer.number("\(number)")
    case .json(let json): writer.value(json)
    case .sequence(let list):
      writer.array { writer in
        for value in list.elements { value.write(to: &writer) }
      }
    case .object, .fields:
      writer.object { writer in
        for member in members ?? [] {
          writer.key(member.name)
          member.value.write(to: &writer)
        }
      }
    case .texts(let texts) where texts.count > 1:
      writer.array { writer in
        for text in texts { writer.string(text) }
      }
    case .text, .decimal, .texts, .path, .moment, .request: writer.string(text)
    }
  }

  /// How much work it is to handle the value, about one for 32 bytes.
  var weight: Int {
    switch self {
    case .text(let text): text.utf8.count / 32
    case .json(let json): json.byteRange.count / 32
    case .sequence(let list): list.weight
    case .object(let members): members.count / 8 + members.reduce(0) { $0 + $1.value.weight }
    default: 0
    }
  }
}
