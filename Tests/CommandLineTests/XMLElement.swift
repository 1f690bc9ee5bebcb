import CLibXML2

/// An element of an XML document, as libxml2 reads it.
struct XMLElement {
  let name: String
  private(set) var attributes: [String: String] = [:]
  private(set) var text = ""
  private(set) var children: [XMLElement] = []

  /// Reads a document.
  ///
  /// - Returns: the root, or `nil` when the document is not well-formed.
  init?(parsing bytes: [UInt8]) {
    let options = Int32(XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue)
    let document = bytes.withUnsafeBytes {
      xmlReadMemory(
        $0.bindMemory(to: CChar.self).baseAddress, Int32($0.count), nil, nil, options)
    }
    guard let document else { return nil }
    defer { xmlFreeDoc(document) }
    guard let root = xmlDocGetRootElement(document) else { return nil }
    self.init(root)
  }

  private init(_ node: xmlNodePtr) {
    name = String(cString: node.pointee.name)
    var attribute = node.pointee.properties
    while let current = attribute {
      attributes[String(cString: current.pointee.name)] = Self.content(current.pointee.children)
      attribute = current.pointee.next
    }
    var child = node.pointee.children
    while let current = child {
      if current.pointee.type == XML_ELEMENT_NODE {
        children.append(XMLElement(current))
      } else {
        text += Self.content(current)
      }
      child = current.pointee.next
    }
  }

  private static func content(_ node: xmlNodePtr?) -> String {
    guard let node, let content = xmlNodeGetContent(node) else { return "" }
    defer { clx_free(content) }
    return String(cString: content)
  }

  /// All elements of that name in it.
  func all(_ name: String) -> [XMLElement] {
    children.filter { $0.name == name } + children.flatMap { $0.all(name) }
  }
}
