import ContractMatching

/// Prints moments.
enum DateFormatting {
  private static let plain = try? DateTimePattern("yyyy-MM-dd'T'HH:mm:ss'Z'")
  private static let zoned = try? DateTimePattern("yyyy-MM-dd'T'HH:mm:ssXXX")

  /// A moment in UTC, to the second.
  static func iso(_ moment: Moment) -> String {
    let moment = Moment(secondsSinceEpoch: moment.secondsSinceEpoch)
    return plain?.format(moment) ?? ""
  }

  /// A moment as the options `format` and `timezone` of a helper ask for it.
  static func value(
    _ moment: Moment, _ call: HelperCall, _ options: TemplateOptions
  ) throws(TemplateFailure) -> TemplateValue {
    var moment = moment
    let zone = call.text("timezone")
    if let zone {
      let offset = try offset(ofZone: zone, at: moment.secondsSinceEpoch, options)
      moment = shown(moment, offset)
    }
    switch call.text("format") {
    case nil:
      guard zone != nil, let zoned else { return .moment(moment) }
      return .text(zoned.format(moment))
    case "unix": return .integer(moment.secondsSinceEpoch)
    case "epoch":
      // Far beyond any date that is used milliseconds do not fit into an integer.
      let seconds = min(
        max(moment.secondsSinceEpoch, -9_000_000_000_000_000), 9_000_000_000_000_000)
      return .integer(seconds * 1_000 + moment.nanosecond / 1_000_000)
    case .some(let format):
      if zone == nil { moment = shown(moment, 0) }
      return .text(try pattern(call.compiledOptions["format"], format).format(moment))
    }
  }

  /// The same moment on a clock so many seconds ahead of UTC.
  static func shown(_ moment: Moment, _ offset: Int) -> Moment {
    Moment(
      secondsSinceEpoch: moment.secondsSinceEpoch, nanoseconds: moment.nanosecond,
      offsetSeconds: offset)
  }

  /// The pattern of an option, compiled when the template was or now.
  static func pattern(
    _ compiled: CompiledLiteral?, _ text: String
  ) throws(TemplateFailure) -> DateTimePattern {
    if case .date(let pattern) = compiled { return pattern }
    do { return try DateTimePattern(text) } catch { throw TemplateFailure(error.message) }
  }

  /// How many seconds a zone is ahead of UTC at some seconds since 1970.
  static func offset(
    ofZone zone: String, at seconds: Int, _ options: TemplateOptions
  ) throws(TemplateFailure) -> Int {
    if let fixed = fixedOffset(zone) { return fixed }
    if let offset = options.zoneOffset?(zone, seconds) { return offset }
    throw TemplateFailure(
      "the time zone '\(zone)' is not known; write a name such as Europe/Paris where the machine has"
        + " them, UTC, or an offset such as +02:00")
  }

  /// `UTC`, `GMT`, `Z`, `+02:00`, `GMT+2`.
  private static func fixedOffset(_ zone: String) -> Int? {
    var rest = zone[...]
    for name in ["UTC", "GMT", "UT"] where rest.hasPrefix(name) {
      rest = rest.dropFirst(name.count)
      break
    }
    if rest.isEmpty || rest == "Z" { return 0 }
    guard let sign = rest.popFirst(), sign == "+" || sign == "-" else { return nil }
    let digits = rest.filter { $0 != ":" }
    guard digits.count <= 4, let number = Int(digits), number >= 0 else { return nil }
    let (hours, minutes) = digits.count > 2 ? (number / 100, number % 100) : (number, 0)
    guard hours <= 18, minutes < 60 else { return nil }
    return (hours * 3_600 + minutes * 60) * (sign == "-" ? -1 : 1)
  }
}

/// An amount of time: `3 days`, `-1 months`.
struct DateShift {
  private let amount: Int
  private let unit: String
  private static let units = ["second", "minute", "hour", "day", "week", "month", "year"]

  /// Reads an amount.
  init(_ text: String) throws(TemplateFailure) {
    let words = text.split(separator: " ")
    let number = words.first.map { $0.hasPrefix("+") ? $0.dropFirst() : $0 }
    let name = words.last.map { $0.lowercased() } ?? ""
    let unit = name.hasSuffix("s") ? String(name.dropLast()) : name
    guard words.count == 2, let amount = number.flatMap({ Int($0) }), abs(amount) < 1_000_000_000,
      Self.units.contains(unit)
    else {
      throw TemplateFailure("'\(text)' is no offset; write an amount and a unit, such as '3 days'")
    }
    (self.amount, self.unit) = (amount, unit)
  }

  /// The moment so much later.
  func apply(to moment: Moment) -> Moment {
    switch unit {
    case "second": moment.adding(seconds: amount)
    case "minute": moment.adding(seconds: amount * 60)
    case "hour": moment.adding(seconds: amount * 3_600)
    case "day": moment.adding(days: amount)
    case "week": moment.adding(days: amount * 7)
    case "month": moment.adding(months: amount)
    default: moment.adding(years: amount)
    }
  }
}
