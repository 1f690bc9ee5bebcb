import ContractMatching
import JSONText
import MockEngine

/// Which requests a call of the admin API speaks of: WireMock's request pattern, as far as method and
/// URL go.
struct RequestPattern {
  private enum Target {
    case any
    case url(String)
    case urlPattern(RegularExpression)
    case path(String)
    case pathPattern(RegularExpression)
  }

  private var method: String?
  private var target = Target.any

  /// Reads a pattern.
  ///
  /// - Throws: ``AdminRefusal`` with the place of what it does not know, which must not be ignored.
  init(json: JSONValue) throws(AdminRefusal) {
    guard json.kind == .object else { throw AdminRefusal(422, "expected a request pattern") }
    var targets: [String] = []
    for member in json.members {
      guard let text = member.value.string else {
        throw AdminRefusal(422, "expected a string", pointer: "/\(member.name)")
      }
      switch member.name {
      case "method": method = text == "ANY" ? nil : text
      case "url": target = .url(text)
      case "urlPath": target = .path(text)
      case "urlPattern": target = .urlPattern(try Self.expression(text, member.name))
      case "urlPathPattern": target = .pathPattern(try Self.expression(text, member.name))
      default:
        throw AdminRefusal(422, "'\(member.name)' is not known here", pointer: "/\(member.name)")
      }
      if member.name != "method" { targets.append(member.name) }
    }
    guard targets.count <= 1 else {
      throw AdminRefusal(
        422, "expected one of \(targets.joined(separator: ", "))", pointer: "/\(targets[1])")
    }
  }

  /// Whether a request is one of those.
  func fits(_ entry: JournalEntry) -> Bool {
    if let method, method != entry.method { return false }
    let url = entry.path + (entry.query.map { "?\($0)" } ?? "")
    return switch target {
    case .any: true
    case .url(let text): url == text
    case .path(let text): entry.path == text
    case .urlPattern(let pattern): Self.matches(pattern, url)
    case .pathPattern(let pattern): Self.matches(pattern, entry.path)
    }
  }

  private static func matches(_ pattern: RegularExpression, _ text: String) -> Bool {
    if case .matches = pattern.match(text) { true } else { false }
  }

  private static func expression(
    _ text: String, _ name: String
  ) throws(AdminRefusal) -> RegularExpression {
    do throws(RuleError) {
      return try RegularExpression(text)
    } catch {
      throw AdminRefusal(422, "\(error)", pointer: "/\(name)")
    }
  }
}
