import FaultModel

/// The helpers of randomness; the same seed gives the same values.
enum RandomHelpers {
  static let all: [TemplateHelper] = [
    TemplateHelper("randomValue", 0...0, options: ["length", "type", "uppercase", "mixedcase"]) {
      rendering, call throws(TemplateFailure) in
      let text = try value(&rendering, call)
      return .text(call.flag("uppercase") ? text.uppercased() : text)
    },
    TemplateHelper("randomInt", 0...0, options: ["lower", "upper"]) {
      rendering, call throws(TemplateFailure) in
      let lower = try call.integer("lower") ?? Int(Int32.min)
      let upper =
        try call.integer("upper") ?? max(Int(Int32.max), lower.addingReportingOverflow(1).0)
      guard lower < upper else {
        throw TemplateFailure("randomInt: 'lower' (\(lower)) must be below 'upper' (\(upper))")
      }
      return .integer(Int.random(in: lower..<upper, using: &rendering.random))
    },
    TemplateHelper("randomDecimal", 0...0, options: ["lower", "upper"]) {
      rendering, call throws(TemplateFailure) in
      let lower = call.options["lower"]?.number ?? -1e9
      let upper = call.options["upper"]?.number ?? max(1e9, lower + 1)
      guard lower < upper, (upper - lower).isFinite else {
        throw TemplateFailure("randomDecimal: 'lower' (\(lower)) must be below 'upper' (\(upper))")
      }
      return .decimal(lower + (upper - lower) * rendering.random.unit())
    },
    TemplateHelper("pickRandom", 1...1_000, options: ["count"]) {
      rendering, call throws(TemplateFailure) in
      var pool = call.arguments.count == 1 ? call[0].elements ?? call.arguments : call.arguments
      guard !pool.isEmpty else {
        throw TemplateFailure("pickRandom: there is nothing to pick from")
      }
      guard let count = try call.integer("count") else {
        return pool[Int.random(in: 0..<pool.count, using: &rendering.random)]
      }
      guard (0...pool.count).contains(count) else {
        throw TemplateFailure("pickRandom: 'count' is \(count), but there are \(pool.count) values")
      }
      pool.shuffle(using: &rendering.random)
      return .list(Array(pool.prefix(count)))
    },
  ]

  private static let lower = Array("abcdefghijklmnopqrstuvwxyz".utf8)
  private static let digits = Array("0123456789".utf8)
  private static let symbols = Array(#"!"£$%^&*()-=_+[]{};:'@#~,./<>?\|`"#.unicodeScalars)

  private static func value(
    _ rendering: inout TemplateRendering, _ call: HelperCall
  ) throws(TemplateFailure) -> String {
    let length = try call.integer("length") ?? 36
    let type = (call.text("type") ?? "ALPHANUMERIC").uppercased()
    guard length >= 0 else { throw TemplateFailure("randomValue: 'length' must not be below 0") }
    try rendering.checkLength(length)
    try rendering.spend(length / 4)
    let upper = call.flag("mixedcase") ? lower.map { $0 - 32 } : []
    switch type {
    case "UUID": return uuid(&rendering)
    case "ALPHANUMERIC": return text(length, lower + upper + digits, &rendering)
    case "ALPHABETIC": return text(length, lower + upper, &rendering)
    case "NUMERIC": return text(length, digits, &rendering)
    case "HEXADECIMAL": return text(length, digits + lower.prefix(6), &rendering)
    case "ALPHANUMERIC_AND_SYMBOLS":
      let pool = (lower + upper + digits).map { Unicode.Scalar($0) } + symbols
      var text = ""
      for _ in 0..<length {
        text.unicodeScalars.append(pool[Int.random(in: 0..<pool.count, using: &rendering.random)])
      }
      return text
    default:
      throw TemplateFailure(
        "randomValue: the type '\(type)' is not known; known are ALPHANUMERIC, ALPHABETIC, NUMERIC,"
          + " ALPHANUMERIC_AND_SYMBOLS, HEXADECIMAL and UUID")
    }
  }

  private static func text(
    _ length: Int, _ pool: [UInt8], _ rendering: inout TemplateRendering
  ) -> String {
    let bytes = (0..<length).map { _ in
      pool[Int.random(in: 0..<pool.count, using: &rendering.random)]
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A UUID of version 4.
  private static func uuid(_ rendering: inout TemplateRendering) -> String {
    let digits = Array(text(32, self.digits + lower.prefix(6), &rendering))
    let variant = Array("89ab")[Int.random(in: 0..<4, using: &rendering.random)]
    return "\(String(digits[0..<8]))-\(String(digits[8..<12]))-4\(String(digits[13..<16]))"
      + "-\(variant)\(String(digits[17..<20]))-\(String(digits[20..<32]))"
  }
}
