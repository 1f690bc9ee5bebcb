import CLibXML2
import Synchronization

/// An XPath 1.0 expression, evaluated by libxml2.
///
/// Documents with a document type declaration are not looked at, nothing is loaded from outside, and
/// evaluation gives up after a fixed number of steps.
package final class XPathExpression: Sendable {
  /// What an expression gives.
  package enum Result: Sendable, Hashable {
    /// Nodes: of an element its XML, of a text or an attribute its value.
    case nodes([String])
    /// A number, a text or a boolean, as text.
    case value(String)
  }

  /// The expression as it was written.
  package let text: String
  private let namespaces: [(prefix: String, uri: String)]
  /// The compiled expression; evaluating it changes caches in it, hence one at a time.
  private let compiled: Mutex<Compiled>

  private struct Compiled: @unchecked Sendable {
    let pointer: xmlXPathCompExprPtr
  }

  private static let stepLimit: UInt = 1_000_000

  /// Compiles an expression.
  ///
  /// - Parameter namespaces: the prefixes that it may use; with none, those of a document's root.
  /// - Throws: ``RuleError`` when it is no XPath.
  package init(
    _ text: String, namespaces: [(prefix: String, uri: String)] = []
  ) throws(RuleError) {
    self.text = text
    self.namespaces = namespaces
    xmlInitParser()
    var problem = clx_xpath_problem()
    guard let pointer = clx_xpath_compile(text, &problem) else {
      let message = String(cString: clx_xpath_message(&problem))
      let reason = message.split(separator: "\n").first.map { ": \($0)" } ?? ""
      throw RuleError("the XPath '\(text)' is not valid\(reason)")
    }
    compiled = Mutex(Compiled(pointer: pointer))
  }

  deinit { compiled.withLock { xmlXPathFreeCompExpr($0.pointer) } }

  /// Evaluates the expression on a document.
  ///
  /// - Returns: `nil` when the bytes are no XML, or evaluation fails or takes too long.
  package func evaluate(_ bytes: [UInt8]) -> Result? {
    // It refuses what must not be read at all.
    guard (try? XMLTree(parsing: bytes)) != nil,
      let document = clx_xpath_document(bytes, bytes.count)
    else { return nil }
    defer { xmlFreeDoc(document) }
    guard let context = xmlXPathNewContext(document) else { return nil }
    defer { xmlXPathFreeContext(context) }
    clx_xpath_limit(context, Self.stepLimit)
    if namespaces.isEmpty {
      clx_xpath_register_root_namespaces(context, document)
    } else {
      for (prefix, uri) in namespaces { xmlXPathRegisterNs(context, prefix, uri) }
    }
    return compiled.withLock { compiled in
      guard let object = xmlXPathCompiledEval(compiled.pointer, context) else { return nil }
      defer { xmlXPathFreeObject(object) }
      return Self.result(object, document)
    }
  }

  private static func result(_ object: xmlXPathObjectPtr, _ document: xmlDocPtr) -> Result? {
    guard object.pointee.type == XPATH_NODESET else {
      guard let text = xmlXPathCastToString(object) else { return nil }
      defer { clx_free(text) }
      return .value(String(cString: text))
    }
    guard let set = object.pointee.nodesetval else { return .nodes([]) }
    var nodes: [String] = []
    for place in 0..<Int(set.pointee.nodeNr) {
      guard let node = set.pointee.nodeTab[place], let text = clx_xpath_text(document, node) else {
        continue
      }
      nodes.append(String(cString: text))
      clx_free(text)
    }
    return .nodes(nodes)
  }
}
