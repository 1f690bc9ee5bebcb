import JSONText

/// The helpers of numbers.
enum NumberHelpers {
  static let all: [TemplateHelper] = [
    TemplateHelper("math", 3...3) { _, call throws(TemplateFailure) in
      try result(operand(call[0]), call[1].text, operand(call[2]))
    },
    TemplateHelper(
      "numberFormat", 1...2,
      options: [
        "groupingUsed", "maximumFractionDigits", "minimumFractionDigits", "minimumIntegerDigits",
      ]
    ) { _, call throws(TemplateFailure) in
      guard let number = call[0].number else {
        throw TemplateFailure("numberFormat: '\(call[0].text)' is no number")
      }
      return .text(try DecimalText.format(number, call))
    },
  ]

  private struct Operand {
    let value: Double
    /// How many digits stand behind the point, which decides how a quotient is rounded.
    let scale: Int
  }

  private static func operand(_ value: TemplateValue) throws(TemplateFailure) -> Operand {
    guard let number = value.number, number.isFinite else {
      throw TemplateFailure("math: '\(value.text)' is no number")
    }
    let text = value.text
    guard let point = text.firstIndex(of: ".") else { return Operand(value: number, scale: 0) }
    let digits = text[text.index(after: point)...].prefix { $0.isNumber }
    return Operand(value: number, scale: min(digits.count, 15))
  }

  /// As WireMock's: a quotient has as many digits behind the point as the dividend.
  private static func result(
    _ left: Operand, _ symbol: String, _ right: Operand
  ) throws(TemplateFailure) -> TemplateValue {
    let most = max(left.scale, right.scale)
    let (value, scale): (Double, Int)
    switch symbol {
    case "+": (value, scale) = (left.value + right.value, most)
    case "-": (value, scale) = (left.value - right.value, most)
    case "*", "x": (value, scale) = (left.value * right.value, min(left.scale + right.scale, 15))
    case "/", "%":
      guard right.value != 0 else { throw TemplateFailure("math: division by zero") }
      let isRest = symbol == "%"
      value =
        isRest ? left.value.truncatingRemainder(dividingBy: right.value) : left.value / right.value
      scale = isRest ? most : left.scale
    default: throw TemplateFailure("math: '\(symbol)' is none of + - * x / %")
    }
    var unit = 1.0
    for _ in 0..<scale { unit *= 10 }
    let rounded = (value * unit).rounded(.toNearestOrAwayFromZero) / unit
    let kept = rounded.isFinite ? rounded : value
    if let integer = Int(exactly: kept) { return .integer(integer) }
    return .decimal(kept)
  }
}

/// Numbers by the patterns of Java's `DecimalFormat`: `#,##0.00`, `integer`, `percent`.
enum DecimalText {
  /// The text of a number.
  static func format(_ number: Double, _ call: HelperCall) throws(TemplateFailure) -> String {
    let pattern = call.arguments.count > 1 ? call[1].text : "#,##0.###"
    let isPercent = pattern == "percent" || pattern.hasSuffix("%")
    let layout =
      switch pattern {
      case "integer", "percent": "#,##0"
      default: pattern.filter { $0 != "%" }
      }
    guard !layout.isEmpty, layout.allSatisfy({ "#,0.".contains($0) }) else {
      throw TemplateFailure(
        "numberFormat: '\(pattern)' is no pattern; write integer, percent or one such as #,##0.00")
    }
    let parts = layout.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let fraction = parts.count > 1 ? parts[1] : ""
    let most = min(max(try call.integer("maximumFractionDigits") ?? fraction.count, 0), 15)
    let least = min(
      max(try call.integer("minimumFractionDigits") ?? fraction.filter { $0 == "0" }.count, 0), 15)
    let whole = min(
      max(try call.integer("minimumIntegerDigits") ?? parts[0].filter { $0 == "0" }.count, 0), 40)
    let grouping = call.text("groupingUsed").map { $0 == "true" } ?? parts[0].contains(",")
    let value = isPercent ? number * 100 : number
    guard value.isFinite, abs(value) < 1e18 else { return "\(number)" }
    let text = text(abs(value), digits: max(least, most), keeping: least, whole, grouping)
    let isZero = !text.contains { ("1"..."9").contains($0) }
    return (value < 0 && !isZero ? "-" : "") + text + (isPercent ? "%" : "")
  }

  private static func text(
    _ value: Double, digits: Int, keeping least: Int, _ whole: Int, _ grouping: Bool
  ) -> String {
    // Half to even on the decimal digits, as Java does.
    let exact = "\(value)".contains("e") ? "\(Int(value)).0" : "\(value)"
    var parts = exact.split(separator: ".").map { Array($0.utf8) }
    if parts.count == 1 { parts.append([]) }
    var all = parts[0] + parts[1].prefix(digits)
    all += [UInt8](repeating: 48, count: max(digits - parts[1].count, 0))
    let rest = parts[1].dropFirst(digits)
    let isHalf = rest.first == 53 && rest.dropFirst().allSatisfy { $0 == 48 }
    let isUp = isHalf ? (all.last ?? 48) % 2 == 1 : (rest.first ?? 48) >= 53
    if isUp { increment(&all) }
    var fraction = Array(all.suffix(digits))
    var integer = Array(all.dropLast(digits).drop { $0 == 48 })
    while fraction.count > least, fraction.last == 48 { fraction.removeLast() }
    integer = [UInt8](repeating: 48, count: max(whole - integer.count, 0)) + integer
    var grouped: [UInt8] = []
    for (index, digit) in integer.enumerated() {
      if grouping, index > 0, (integer.count - index) % 3 == 0 { grouped.append(UInt8(ascii: ",")) }
      grouped.append(digit)
    }
    let end = fraction.isEmpty ? [] : [UInt8(ascii: ".")] + fraction
    return String(decoding: grouped + end, as: UTF8.self)
  }

  private static func increment(_ digits: inout [UInt8]) {
    for place in digits.indices.reversed() {
      if digits[place] < 57 {
        digits[place] += 1
        return
      }
      digits[place] = 48
    }
    digits.insert(49, at: 0)
  }
}
