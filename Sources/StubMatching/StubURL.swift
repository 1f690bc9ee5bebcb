package import ContractMatching
import StubModel

/// Which URLs a stub answers, all compared as they are sent, without decoding.
package enum StubURL: Sendable {
  case any
  /// Path and query.
  case exact(String)
  /// A regular expression for path and query.
  case pattern(RegularExpression, text: String)
  /// The path, whatever the query.
  case path(String)
  /// A regular expression for the path.
  case pathPattern(RegularExpression, text: String)
  /// A template for the path.
  case template(PathTemplate)

  /// The members that name a URL, in the order in which WireMock looks for them.
  package static let members = [
    "url", "urlPattern", "urlPath", "urlPathPattern", "urlPathTemplate",
  ]

  /// Reads the URL of a request pattern.
  ///
  /// - Throws: ``StubProblem`` when there are several, or one cannot be used.
  init(_ request: StubCursor, _ dialect: StubDialect) throws(StubProblem) {
    let given = Self.members.filter { request[$0] != nil }
    if dialect == .strict, given.count > 1 {
      throw request.problem(
        "'\(given[1])' stands beside '\(given[0])', of which only one would count: choose one",
        key: given[1])
    }
    guard let name = given.first, let cursor = request[name] else {
      self = .any
      return
    }
    let text = try cursor.string()
    switch name {
    case "url": self = .exact(text)
    case "urlPattern": self = .pattern(try StubExpression.compile(cursor), text: text)
    case "urlPath": self = .path(text)
    case "urlPathPattern": self = .pathPattern(try StubExpression.compile(cursor), text: text)
    default:
      guard let template = PathTemplate(text) else { throw cursor.problem(PathTemplate.problem) }
      self = .template(template)
    }
  }

  /// Whether a request's URL is among them.
  func accepts(_ request: StubRequest) -> Bool {
    switch self {
    case .any: true
    case .exact(let url): request.target.utf8.elementsEqual(url.utf8)
    case .pattern(let expression, _): expression.match(request.target) == .matches
    case .path(let path): request.path.utf8.elementsEqual(path.utf8)
    case .pathPattern(let expression, _): expression.match(request.path) == .matches
    case .template(let template): template.values(in: request.path) != nil
    }
  }

  /// The URL as it was written.
  package var text: String {
    switch self {
    case .any: "any URL"
    case .exact(let text), .path(let text), .pattern(_, let text), .pathPattern(_, let text): text
    case .template(let template): template.text
    }
  }

  /// What the path of every request that fits starts with; the whole path where it is known.
  package var literalPrefix: String {
    switch self {
    case .any: ""
    case .exact(let text): String(text.prefix { $0 != "?" })
    case .path(let text): text
    case .pattern(_, let text), .pathPattern(_, let text): Self.literalPrefix(of: text)
    case .template(let template): template.literalPrefix
    }
  }

  /// What every match of a regular expression starts with, as far as that is easily seen.
  private static func literalPrefix(of expression: String) -> String {
    guard !expression.contains("|") else { return "" }
    var prefix = ""
    for character in expression.hasPrefix("^") ? expression.dropFirst() : expression[...] {
      guard character.isASCII,
        character.isLetter || character.isNumber || "/-_~=%@:".contains(character)
      else {
        // What is repeated need not be there, or not only once.
        if "?*{".contains(character), !prefix.isEmpty { prefix.removeLast() }
        break
      }
      prefix.append(character)
    }
    return prefix
  }
}
