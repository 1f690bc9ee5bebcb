import ContractModel

/// Replaces values of an XML document; everything else keeps its text.
struct XMLGeneration {
  private let bytes: [UInt8]
  /// Whether the document came as a text, not as bytes.
  private let isText: Bool
  private let generators: PathGenerators
  private let sizeLimit: Int
  /// What changes, in the order of the document, or `nil` when it takes too much to find that.
  private let edits: [XMLEdit]?

  /// Finds the values that generators apply to.
  ///
  /// - Parameter sizeLimit: how many bytes the document may come to.
  /// - Returns: `nil` when the content is no XML, or is none that can be compared.
  init?(
    _ content: Body.Content, _ generators: PathGenerators, sizeLimit: Int = XMLReader.byteLimit
  ) {
    self.sizeLimit = sizeLimit
    let text: String
    switch content {
    case .text(let content): (text, isText) = (content, true)
    case .binary(let bytes):
      guard let content = String(validating: bytes, as: UTF8.self) else { return nil }
      (text, isText) = (content, false)
    case .missing, .null, .empty, .json: return nil
    }
    bytes = Array(text.utf8)
    guard let tree = try? XMLTree(parsing: text), let source = XMLSourceScanner.scan(bytes),
      source.fits(tree)
    else { return nil }
    self.generators = generators
    edits = XMLEditFinder.edits(tree, source, XMLPathTree(generators.items.map(\.path)))
  }

  /// The generators that apply to something, as places among those of the paths.
  var used: [Int] { (edits ?? []).filter(\.hasValue).map(\.item) }

  /// The document with the new values in it, or `nil` when it stays as it is.
  ///
  /// - Throws: ``GenerationError`` when a value cannot be made, XML cannot hold it, or there is too
  ///   much of it.
  func run(_ context: inout GenerationContext) throws(GenerationError) -> Body.Content? {
    guard let edits else {
      throw GenerationError(
        "the generators have too many combinations of wildcards and names for this document",
        definition: generators.items.first?.generator.entry.definition)
    }
    guard !edits.isEmpty else { return nil }
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var at = 0
    for edit in edits {
      output += bytes[at..<edit.range.lowerBound]
      at = edit.range.upperBound
      try write(edit, &context, to: &output)
      guard output.count + bytes.count - at <= sizeLimit else {
        throw generators.items[edit.item].generator.failure(
          "the document with the generated values is larger than \(sizeLimit) bytes")
      }
    }
    output += bytes[at...]
    return isText ? .text(String(decoding: output, as: UTF8.self)) : .binary(output)
  }

  private func write(
    _ edit: XMLEdit, _ context: inout GenerationContext, to output: inout [UInt8]
  ) throws(GenerationError) {
    guard edit.hasValue else { return }
    let generator = generators.items[edit.item].generator
    let value = try generator.value(&context).text
    if let scalar = XMLEscaping.refused(value) {
      throw generator.failure(
        "the generated value has the character U+\(XMLEscaping.hexadecimal(scalar)), which XML"
          + " cannot hold")
    }
    switch edit.kind {
    case .attribute(let quote): XMLEscaping.append(value, quote: quote, to: &output)
    case .text: XMLEscaping.append(value, quote: nil, to: &output)
    case .emptyTag(let name):
      output.append(UInt8(ascii: ">"))
      XMLEscaping.append(value, quote: nil, to: &output)
      output += "</".utf8
      output += bytes[name]
      output.append(UInt8(ascii: ">"))
    case .removal: break
    }
  }
}
