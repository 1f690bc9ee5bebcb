import CLibXML2

/// An element of an XML document, as libxml2 reads it.
struct XMLElement {
  var name: String
  var attributes: [String: String] = [:]
  var text: String = ""
  /// The text of the element and of all in it, in the order of the document.
  let wholeText: String
  var children: [XMLElement] = []

  /// Reads a document.
  ///
  /// - Returns: the root, or `nil` when the document is not well-formed.
  init?(parsing bytes: [UInt8]) {
    guard let document = Self.read(bytes) else { return nil }
    defer { xmlFreeDoc(document) }
    guard let root = xmlDocGetRootElement(document) else { return nil }
    self.init(root)
  }

  private init(_ node: xmlNodePtr) {
    name = String(cString: node.pointee.name)
    wholeText = Self.content(node)
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

  /// Parses a document without touching files or the network.
  static func read(_ bytes: [UInt8]) -> xmlDocPtr? {
    bytes.withUnsafeBytes { bytes in
      xmlReadMemory(
        bytes.bindMemory(to: CChar.self).baseAddress, Int32(bytes.count), nil, nil,
        Int32(XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue))
    }
  }

  /// The children of that name.
  func all(_ name: String) -> [XMLElement] { children.filter { $0.name == name } }
}
