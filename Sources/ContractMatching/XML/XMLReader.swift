import CLibXML2
import ContractModel

/// Reads a document with libxml2, event by event.
///
/// Nothing is loaded from outside: a document type declaration is refused before it is read, so that
/// there are no entities but those of XML itself.
final class XMLReader {
  /// How large a document may be.
  static let byteLimit = 64 << 20

  private let builder: XMLTreeBuilder
  private var refusal: XMLError?

  private init(byteCount: Int) { builder = XMLTreeBuilder(byteCount: byteCount) }

  /// Reads a document.
  ///
  /// - Parameter isDecoded: whether the bytes are UTF-8, whatever the document declares.
  /// - Throws: ``XMLError``
  static func tree(of bytes: [UInt8], isDecoded: Bool) throws(XMLError) -> XMLTree {
    guard bytes.count <= byteLimit else {
      throw XMLError("the document is larger than \(byteLimit >> 20) MB")
    }
    guard !bytes.isEmpty else { throw XMLError("the document is empty") }
    let reader = XMLReader(byteCount: bytes.count)
    return try reader.read(bytes, isDecoded: isDecoded)
  }

  private static let isLibraryReady: Void = xmlInitParser()

  private func read(_ bytes: [UInt8], isDecoded: Bool) throws(XMLError) -> XMLTree {
    _ = Self.isLibraryReady
    var listener = clx_listener()
    listener.receiver = Unmanaged.passUnretained(self).toOpaque()
    var callbacks = Self.callbacks
    let options = Self.options(isDecoded: isDecoded)
    let isWellFormed = bytes.withUnsafeBytes { buffer in
      listener.rest = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
      listener.rest_count = buffer.count
      return withExtendedLifetime(self) { clx_parse(&listener, &callbacks, options) != 0 }
    }
    if let refusal { throw refusal }
    if listener.is_overloaded != 0 {
      throw XMLError(
        "an element has more than \(XMLTreeBuilder.tagLimit) attributes or namespaces",
        line: Int(listener.error_line), column: Int(listener.error_column))
    }
    if listener.error_code != 0 { throw Self.error(of: &listener) }
    guard isWellFormed, let tree = builder.tree() else {
      throw XMLError("the document is not well-formed")
    }
    return tree
  }

  private static func options(isDecoded: Bool) -> Int32 {
    // Without NOENT '&amp;' in an attribute would arrive as '&#38;'. There are no other entities that
    // it could substitute: none can be declared, and nobody answers when one is asked for.
    var options = XML_PARSE_NONET.rawValue | XML_PARSE_NOENT.rawValue
    if isDecoded { options |= XML_PARSE_IGNORE_ENC.rawValue }
    return Int32(bitPattern: UInt32(options))
  }

  private static func error(of listener: inout clx_listener) -> XMLError {
    let message = String(cString: clx_error_message(&listener))
    return XMLError(
      message.isEmpty ? "the document is not well-formed" : Substring(message).trimmed,
      line: Int(listener.error_line), column: Int(listener.error_column))
  }

  private static var callbacks: xmlSAXHandler {
    var callbacks = xmlSAXHandler()
    callbacks.startElementNs = {
      data, local, prefix, uri, namespaceCount, _, attributeCount, _, attributes in
      guard let (reader, listener) = XMLReader.of(data) else { return }
      reader.start(
        XMLQualifiedName(local, prefix, uri), Int(namespaceCount), Int(attributeCount),
        attributes, listener)
    }
    callbacks.endElementNs = { data, _, _, _ in XMLReader.of(data)?.reader.builder.leave() }
    let text: charactersSAXFunc = { data, text, count in
      XMLReader.of(data)?.reader.builder.text(
        UnsafeBufferPointer(start: text, count: text == nil ? 0 : Int(count)))
    }
    callbacks.characters = text
    callbacks.ignorableWhitespace = text
    callbacks.cdataBlock = text
    callbacks.internalSubset = { data, _, _, _ in
      guard let (reader, listener) = XMLReader.of(data) else { return }
      reader.refuse("document type declarations are not allowed", listener)
    }
    return callbacks
  }

  private typealias Listener = UnsafeMutablePointer<clx_listener>

  private static func of(
    _ data: UnsafeMutableRawPointer?
  ) -> (reader: XMLReader, listener: Listener)? {
    guard let listener = data?.assumingMemoryBound(to: clx_listener.self),
      let receiver = listener.pointee.receiver
    else { return nil }
    return (Unmanaged<XMLReader>.fromOpaque(receiver).takeUnretainedValue(), listener)
  }

  private func refuse(_ message: String, _ listener: Listener) {
    if refusal == nil {
      refusal = XMLError(
        message, line: Int(clx_line(listener)), column: Int(clx_column(listener)))
    }
    clx_stop(listener)
  }

  private func start(
    _ name: XMLQualifiedName, _ namespaceCount: Int, _ attributeCount: Int,
    _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, _ listener: Listener
  ) {
    guard refusal == nil else { return }
    let problem = builder.enter(
      name, line: Int32(clx_line(listener)), namespaceCount: namespaceCount,
      attributeCount: attributeCount)
    if let problem { return refuse(problem, listener) }
    guard let attributes else { return }
    // Five pointers for each: local name, prefix, URI, and where the value starts and ends.
    for place in stride(from: 0, to: 5 * attributeCount, by: 5) {
      let (value, end) = (attributes[place + 3], attributes[place + 4])
      var count = 0
      if let value, let end { count = end - value }
      builder.attribute(
        XMLQualifiedName(attributes[place], attributes[place + 1], attributes[place + 2]),
        value: UnsafeBufferPointer(start: value, count: count))
    }
  }
}

extension XMLQualifiedName {
  fileprivate init(
    _ local: UnsafePointer<xmlChar>?, _ prefix: UnsafePointer<xmlChar>?,
    _ uri: UnsafePointer<xmlChar>?
  ) {
    func text(_ text: UnsafePointer<xmlChar>?) -> UnsafeBufferPointer<UInt8> {
      UnsafeBufferPointer(start: text, count: clx_length(text))
    }
    self.init(uri: text(uri), prefix: text(prefix), local: text(local))
  }
}
