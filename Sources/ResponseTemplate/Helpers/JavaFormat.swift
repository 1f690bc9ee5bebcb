/// Java's `String.format` for `%s`, `%d`, `%x`, `%f`, `%n` and `%%`, with flags, width and precision.
enum JavaFormat {
  /// The text that a format makes of values.
  static func format(_ format: String, _ values: [TemplateValue]) throws(TemplateFailure) -> String
  {
    var result = ""
    var rest = format[...]
    var next = 0
    while let character = rest.popFirst() {
      guard character == "%" else {
        result.append(character)
        continue
      }
      let flags = rest.prefix { "-0,+".contains($0) }
      rest = rest.dropFirst(flags.count)
      let width = rest.prefix { $0.isASCII && $0.isNumber }
      rest = rest.dropFirst(width.count)
      var precision: Substring?
      if rest.first == "." {
        rest = rest.dropFirst()
        precision = rest.prefix { $0.isASCII && $0.isNumber }
        rest = rest.dropFirst(precision?.count ?? 0)
      }
      guard let conversion = rest.popFirst() else {
        throw TemplateFailure("stringFormat: '\(format)' ends in the middle of a '%'")
      }
      if conversion == "%" || conversion == "n" {
        result += conversion == "%" ? "%" : "\n"
        continue
      }
      guard next < values.count else {
        throw TemplateFailure(
          "stringFormat: '\(format)' needs more values than the \(values.count)")
      }
      let digits = precision.flatMap { Int($0) }
      let text = try text(of: values[next], conversion, min(digits ?? 6, 15), hasPrecision: digits)
      next += 1
      result += padded(text, min(Int(width) ?? 0, 1_000), flags)
    }
    return result
  }

  private static func text(
    of value: TemplateValue, _ conversion: Character, _ digits: Int, hasPrecision: Int?
  ) throws(TemplateFailure) -> String {
    switch conversion {
    case "s": return hasPrecision.map { String(value.text.prefix($0)) } ?? value.text
    case "d", "x":
      guard let number = value.number.flatMap({ Int(exactly: $0) }) else {
        throw TemplateFailure("stringFormat: '\(value.text)' is no integer for %\(conversion)")
      }
      return String(number, radix: conversion == "d" ? 10 : 16)
    case "f":
      guard let number = value.number, number.isFinite, abs(number) < 1e18 else {
        throw TemplateFailure("stringFormat: '\(value.text)' is no number for %f")
      }
      let call = HelperCall(
        name: "stringFormat", arguments: [], compiled: [:],
        options: [
          "minimumFractionDigits": .integer(digits), "maximumFractionDigits": .integer(digits),
          "groupingUsed": .boolean(false),
        ], compiledOptions: [:], block: nil)
      return try DecimalText.format(number, call)
    default:
      throw TemplateFailure("stringFormat: '%\(conversion)' is not known; use %s, %d, %x or %f")
    }
  }

  private static func padded(_ text: String, _ width: Int, _ flags: Substring) -> String {
    let missing = max(width - text.count, 0)
    if flags.contains("-") { return text + String(repeating: " ", count: missing) }
    guard flags.contains("0") else { return String(repeating: " ", count: missing) + text }
    let sign = text.hasPrefix("-") ? "-" : ""
    return sign + String(repeating: "0", count: missing) + text.dropFirst(sign.count)
  }
}
