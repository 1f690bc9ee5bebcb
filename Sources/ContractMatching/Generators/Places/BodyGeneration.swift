import ContractModel

/// Replaces values of a body by its media type.
///
/// Paths lead into JSON, XML and forms. Other texts and bytes are replaced as a whole by a generator at
/// `$`; multipart bodies, and XML that cannot be read, stay as they are.
enum BodyGeneration {
  case json(JSONGeneration)
  case xml(XMLGeneration)
  case form(FormGeneration)
  /// A text or bytes, which are replaced as a whole.
  case whole(item: Int, generator: CompiledGenerator, isText: Bool)
  /// Nothing is replaced.
  case nothing

  /// Finds what generators apply to.
  ///
  /// - Parameter headerType: what the headers or the metadata say of the media type.
  init(_ body: Body, headerType: String?, _ generators: PathGenerators) {
    let named = (body.contentType ?? headerType).map(MediaType.init)
    let type = named ?? ContentMatcher.type(of: body.content)
    switch body.content {
    case _ where generators.isEmpty: self = .nothing
    case .missing, .null, .empty: self = .nothing
    case .json(let value): self = .json(JSONGeneration(value, generators))
    case .text, .binary:
      if type?.isMultipart == true {
        self = .nothing
      } else if type?.isXML == true {
        self = XMLGeneration(body.content, generators).map { .xml($0) } ?? .nothing
      } else if type?.isForm == true, let text = Self.text(of: body.content) {
        self = .form(FormGeneration(text, generators))
      } else if let item = generators.atRoot {
        let isText = if case .text = body.content { true } else { false }
        self = .whole(item: item, generator: generators.items[item].generator, isText: isText)
      } else {
        self = .nothing
      }
    }
  }

  private static func text(of content: Body.Content) -> String? {
    switch content {
    case .text(let text): text
    case .binary(let bytes): String(validating: bytes, as: UTF8.self)
    case .missing, .null, .empty, .json: nil
    }
  }

  /// The generators that apply to something, as places among those of the paths.
  var used: [Int] {
    switch self {
    case .json(let generation): generation.places.map(\.item)
    case .xml(let generation): generation.used
    case .form(let generation): generation.places.map(\.item)
    case .whole(let item, _, _): [item]
    case .nothing: []
    }
  }

  /// The content with the new values in it, or `nil` when it stays as it is.
  ///
  /// - Throws: ``GenerationError`` when a value cannot be made.
  func run(_ context: inout GenerationContext) throws(GenerationError) -> Body.Content? {
    switch self {
    case .json(let generation): return .json(try generation.run(&context))
    case .xml(let generation): return try generation.run(&context)
    case .form(let generation): return .text(try generation.run(&context))
    case .whole(_, let generator, let isText):
      let text = try generator.value(&context).text
      return isText ? .text(text) : .binary(Array(text.utf8))
    case .nothing: return nil
    }
  }
}
