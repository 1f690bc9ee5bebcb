/// A part of a compiled date pattern.
enum PatternElement: Sendable {
  /// Bytes that stand for themselves.
  case literal([UInt8])
  /// A number.
  case number(NumberElement)
  /// The first digits of the fraction of a second.
  case fraction(digits: Int)
  /// A name.
  case text(EnglishDateText)
  /// An offset from UTC.
  case offset(OffsetElement)
  /// The name of a time zone; a full name may have several words.
  case zone(isFull: Bool)
  /// Spaces before an element, up to a width in characters.
  indirect case padded(width: Int, PatternElement)
  /// What may be missing.
  indirect case optional([PatternElement])

  /// What messages call it.
  var name: String {
    switch self {
    case .literal(let bytes): "'\(Excerpt.of(String(decoding: bytes, as: UTF8.self)))'"
    case .number(let number): number.field.name
    case .fraction: "fraction of the second"
    case .text(let text): text.field.name
    case .offset: "offset"
    case .zone: "time zone"
    case .padded(_, let element): element.name
    case .optional: "optional section"
    }
  }
}
