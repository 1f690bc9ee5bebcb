/// A toxic at work in one stream.
struct ToxicStage: Sendable {
  let toxic: Toxic
  /// How and when the toxic ends the connection by itself.
  private(set) var ending: ToxicItem?
  private var kind: any ToxicKind
  private var random: SeededGenerator

  init(_ toxic: Toxic, seed: UInt64, connection: UInt64, at now: ToxicTime) {
    self.toxic = toxic
    kind = toxic.begin()
    random = SeededGenerator(
      seed: seed, stream: "toxic values \(toxic.name)", position: connection)
    ending = kind.start(at: now)
  }

  /// Whether a toxic befalls a connection: the draw depends on the seed, the toxic's name and the
  /// number of the connection alone.
  static func applies(_ toxic: Toxic, seed: UInt64, connection: UInt64) -> Bool {
    var draw = SeededGenerator(seed: seed, stream: "toxic \(toxic.name)", position: connection)
    return draw.unit() < toxic.toxicity
  }

  /// Takes what leaves the stage before, and gives what leaves this one.
  mutating func take(_ items: [ToxicItem]) -> [ToxicItem] {
    var output: [ToxicItem] = []
    for item in items {
      if case .discarded = item.event {
        output.append(item)
      } else {
        kind.take(item, &random, into: &output)
      }
    }
    return output
  }
}
