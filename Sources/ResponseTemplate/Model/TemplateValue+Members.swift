import ContractMatching
import ContractModel
import JSONText

extension TemplateValue {
  /// What stands in the value under a name; nothing when there is nothing.
  func member(_ name: String) -> TemplateValue {
    switch self {
    case .object(let members): return members.last { $0.name == name }?.value ?? .missing
    case .json(let json) where json.kind == .object:
      return json[name].map { TemplateValue($0) } ?? .missing
    case .fields(let fields, let ignoresCase):
      let values = fields.filter { field in
        ignoresCase
          ? field.name.lowercased() == name.lowercased() : field.name.isExactly(name)
      }
      return values.isEmpty ? .missing : .texts(values.map(\.value))
    case .path(let path, let parameters):
      if let parameter = parameters.first(where: { $0.name == name }) {
        return .text(parameter.value)
      }
      return Self.element(name, of: Self.segments(path).map { .text($0) })
    case .request(let request): return request.member(name)
    default: return elements.map { Self.element(name, of: $0) } ?? .missing
    }
  }

  private static func element(_ name: String, of list: [TemplateValue]) -> TemplateValue {
    switch name {
    case "first": return list.first ?? .missing
    case "last": return list.last ?? .missing
    case "size", "length": return .integer(list.count)
    default:
      guard let index = Int(name) else { return .missing }
      let place = index < 0 ? list.count + index : index
      return list.indices.contains(place) ? list[place] : .missing
    }
  }
}

extension TemplateRequest {
  /// The path without the query.
  var path: String {
    target.utf8.firstIndex(of: UInt8(ascii: "?")).map { String(target[..<$0]) } ?? target
  }

  /// What templates find under a name.
  func member(_ name: String) -> TemplateValue {
    switch name {
    case "id": .text(id)
    case "url": .text(target)
    case "path": .path(path, pathParameters)
    case "pathSegments": .list(TemplateValue.segments(path).map { .text($0) })
    case "query": .fields(PercentCoding.pairs(query), ignoresCase: false)
    case "method": .text(method)
    case "host": .text(host)
    case "port": .integer(port)
    case "scheme": .text(scheme)
    case "baseUrl": .text(baseURL)
    case "clientIp": .text(clientIP)
    case "headers": .fields(headers, ignoresCase: true)
    case "cookies": .fields(cookies, ignoresCase: false)
    case "body": .text(String(decoding: body, as: UTF8.self))
    case "bodyAsBase64": .text(Base64.encode(body))
    case "multipart": .boolean(!parts.isEmpty)
    case "parts": .object(parts.map { ($0.name, $0.value) })
    case "requestLine": .request(self)
    default: .missing
    }
  }

  private var query: Substring {
    target.firstIndex(of: "?").map { target[target.index(after: $0)...] } ?? ""
  }

  private var baseURL: String {
    let isDefault = scheme == "https" ? port == 443 : port == 80
    return "\(scheme)://\(host)\(isDefault ? "" : ":\(port)")"
  }

  private var cookies: [(name: String, value: String)] {
    headers.filter { $0.name.lowercased() == "cookie" }
      .flatMap { $0.value.split(separator: ";") }
      .compactMap { pair in
        guard let mark = pair.firstIndex(of: "=") else { return nil }
        let name = pair[..<mark].drop { $0 == " " }
        return (String(name), String(pair[pair.index(after: mark)...]))
      }
  }
}

extension TemplateRequest.Part {
  fileprivate var value: TemplateValue {
    .object([
      ("name", .text(name)), ("headers", .fields(headers, ignoresCase: true)),
      ("body", .text(String(decoding: body, as: UTF8.self))),
      ("bodyAsBase64", .text(Base64.encode(body))), ("binary", .boolean(false)),
    ])
  }
}
