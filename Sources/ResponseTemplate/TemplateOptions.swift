/// How a template is compiled and what it may do.
package struct TemplateOptions: Sendable {
  /// Compiles an XPath and gives what finds the texts of the nodes in a document; `nil` for no XML.
  package typealias XPathCompiler =
    @Sendable (String) throws -> @Sendable ([UInt8]) -> [String]?

  /// How values are escaped.
  package var escaping: TemplateEscaping = .none
  /// Whether a failing helper prints `[ERROR: …]` as WireMock does, and options that no helper knows
  /// are ignored; otherwise rendering fails.
  package var isCompatible: Bool = false
  /// How many bytes a rendering may make.
  package var outputLimit: Int = 16_000_000
  /// How many steps a rendering may take.
  package var stepLimit: Int = 5_000_000
  /// Compiles the paths of `xPath` and `soapXPath`; without it these helpers are refused.
  package var xPath: XPathCompiler?
  /// How many seconds a time zone of the IANA database, such as `Europe/Paris`, is ahead of UTC at some
  /// seconds since 1970, `nil` for a zone that is not known; without it only fixed offsets are.
  package var zoneOffset: (@Sendable (_ zone: String, _ seconds: Int) -> Int?)?
  /// Gives values of the system and the environment; without it `systemValue` is refused.
  package var systemValue: (@Sendable (_ key: String, _ type: String) -> String?)?

  /// Creates options, by which nothing is escaped and the system cannot be asked.
  package init() {}
}

/// How values are escaped where `{{ }}` prints them; `{{{ }}}` and `{{& }}` never escape.
package enum TemplateEscaping: Sendable, Hashable {
  /// As part of a JSON text: within quotes as JSON escapes, elsewhere not at all.
  case json
  /// As entities of HTML and XML.
  case markup
  /// Not at all.
  case none
  /// As WireMock does whatever the body is: as entities of HTML, `=` and the backtick too.
  case html

  /// Chooses by what the template makes.
  ///
  /// - Parameters:
  ///   - contentType: the Content-Type of the response, or `nil`.
  ///   - body: the template of the body, which decides when there is no Content-Type.
  package init(contentType: String?, body: String) {
    let type = contentType?.prefix { $0 != ";" }.lowercased().filter { $0 != " " }
    switch type {
    case .some(let type) where type.hasSuffix("/json") || type.hasSuffix("+json"): self = .json
    case "text/html", "text/xml", "application/xml": self = .markup
    case .some(let type) where type.hasSuffix("+xml"): self = .markup
    case .some: self = .none
    case nil:
      let start = body.first { !$0.isWhitespace }
      let isObject = start == "{" && !body.drop(while: \.isWhitespace).hasPrefix("{{")
      self = isObject || start == "[" ? .json : start == "<" ? .markup : .none
    }
  }
}
