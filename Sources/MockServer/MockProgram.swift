import MockEngine
import NIOCore
import StubModel

/// What a mock plays, rendered as far as it does not depend on requests.
struct MockProgram {
  /// The interactions.
  let interactions: [MockInteraction]
  /// Their responses.
  let responses: [RenderedResponse]
  /// The responses that are made anew for each request, by interaction.
  let generators: [Int: ResponseGenerator]
  /// Header fields that every answer gets.
  let extraFields: [(String, String)]
  /// The mappings that a reset of the stubs leads back to.
  let mappings: [StubMapping]
  /// The stubs of these.
  let stubs: StubTable
  /// The folder with the `mappings` and `__files` of the stubs, or `nil`.
  let stubFolder: String?

  /// Renders what was compiled.
  init(_ compiler: MockCompiler) {
    interactions = compiler.interactions
    let pool = ByteBuffer(bytes: compiler.images.bytes)
    responses = interactions.compactMap { interaction in
      let place = interaction.image
      return pool.getSlice(at: place.start, length: place.length).map {
        RenderedResponse(buffer: $0, headLength: place.headLength)
      }
    }
    var generators: [Int: ResponseGenerator] = [:]
    for (place, interaction) in interactions.enumerated() {
      generators[place] = interaction.generator
    }
    self.generators = generators
    extraFields = compiler.crossOrigin
    mappings = compiler.mappings
    stubs = compiler.stubs
    stubFolder = compiler.stubFolder
  }

  /// The answers of stubs that are always the same, by the number of the stub: slices of one buffer.
  func responses(of stubs: StubTable) -> [Int: RenderedResponse] {
    // With fields of CORS each is made when it is first asked for.
    guard extraFields.isEmpty else { return [:] }
    var pool = ByteBuffer()
    var places: [(number: Int, start: Int, headLength: Int)] = []
    for stub in stubs.all where stub.isStatic {
      guard let image = stub.answer.image else { continue }
      places.append((stub.number, pool.writerIndex, image.headLength))
      pool.writeBytes(image.bytes)
    }
    var responses: [Int: RenderedResponse] = Dictionary(minimumCapacity: places.count)
    for (place, entry) in places.enumerated() {
      let end = place + 1 < places.count ? places[place + 1].start : pool.writerIndex
      responses[entry.number] = pool.getSlice(at: entry.start, length: end - entry.start).map {
        RenderedResponse(buffer: $0, headLength: entry.headLength)
      }
    }
    return responses
  }
}
