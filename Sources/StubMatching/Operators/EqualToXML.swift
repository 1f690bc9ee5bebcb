import ContractMatching
import JSONText
import StubModel

/// `{"equalToXml": "<a/>", "enablePlaceholders": true, "exemptedComparisons": ["NAMESPACE_URI"]}`
struct EqualToXML: StubOperatorKind {
  static let names = ["equalToXml"]
  static let options: Set<String> = [
    "enablePlaceholders", "placeholderOpeningDelimiterRegex", "placeholderClosingDelimiterRegex",
    "exemptedComparisons", "ignoreOrderOfSameNode", "namespaceAwareness",
  ]

  private let equality: XMLEquality

  init(
    _ name: String, _ operand: StubCursor, in pattern: StubCursor, _ reader: StubOperatorReader
  ) throws(StubProblem) {
    var options = XMLEquality.Options()
    options.ignoresOrderOfSameName = try pattern["ignoreOrderOfSameNode"]?.boolean() ?? false
    if let awareness = pattern["namespaceAwareness"] {
      let name = try awareness.string()
      guard ["STRICT", "NONE", "LEGACY"].contains(name) else {
        throw awareness.problem("expected STRICT, LEGACY or NONE")
      }
      options.comparesNamespaces = name == "STRICT"
    }
    if try pattern["enablePlaceholders"]?.boolean() ?? false {
      options.placeholders = (
        opening: try pattern["placeholderOpeningDelimiterRegex"]?.string() ?? #"\$\{"#,
        closing: try pattern["placeholderClosingDelimiterRegex"]?.string() ?? #"\}"#
      )
    }
    try Self.exempt(pattern["exemptedComparisons"], &options)
    let text = try operand.string()
    do throws(RuleError) {
      equality = try XMLEquality(text, options)
    } catch {
      throw operand.problem(error.message)
    }
  }

  private static func exempt(
    _ list: StubCursor?, _ options: inout XMLEquality.Options
  ) throws(StubProblem) {
    for cursor in try list?.array() ?? [] {
      switch try cursor.string() {
      case "NAMESPACE_URI": options.comparesNamespaces = false
      case "ELEMENT_TAG_NAME": options.comparesElementNames = false
      case "TEXT_VALUE": options.comparesText = false
      case "ATTR_VALUE": options.comparesAttributeValues = false
      case "ATTR_NAME_LOOKUP", "ELEMENT_NUM_ATTRIBUTES": options.comparesAttributes = false
      case "CHILD_LOOKUP", "CHILD_NODELIST_LENGTH": options.comparesChildren = false
      case "CHILD_NODELIST_SEQUENCE": options.ignoresOrderOfSameName = true
      case "NAMESPACE_PREFIX", "SCHEMA_LOCATION", "NO_NAMESPACE_SCHEMA_LOCATION", "XML_VERSION",
        "XML_STANDALONE", "XML_ENCODING", "HAS_DOCTYPE_DECLARATION", "DOCTYPE_NAME",
        "DOCTYPE_PUBLIC_ID", "DOCTYPE_SYSTEM_ID":
        break  // never compared
      case let name:
        throw cursor.problem("the comparison '\(name)' cannot be left out")
      }
    }
  }

  func matches(_ value: StubValue?, at now: Moment) -> Bool {
    value.map { equality.matches($0.bytes) } ?? false
  }
}
