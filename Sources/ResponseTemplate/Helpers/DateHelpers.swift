import ContractMatching

/// The helpers of dates.
enum DateHelpers {
  static let all: [TemplateHelper] = [
    TemplateHelper("now", 0...0, options: ["offset", "format", "timezone"]) {
      rendering, call throws(TemplateFailure) in
      try shifted(rendering.context.now, call, rendering)
    },
    TemplateHelper("date", 0...1, options: ["offset", "format", "timezone"]) {
      rendering, call throws(TemplateFailure) in
      let moment = call[0].isMissing ? rendering.context.now : try moment(call[0], call.name)
      return try shifted(moment, call, rendering)
    },
    TemplateHelper("parseDate", 1...1, options: ["format", "timezone"]) {
      rendering, call throws(TemplateFailure) in
      .moment(try parsed(call, rendering.options))
    },
    TemplateHelper("truncateDate", 2...2) { _, call throws(TemplateFailure) in
      .moment(try truncated(try moment(call[0], call.name), call[1].text))
    },
    TemplateHelper("dateFormat", 1...2, options: ["format", "tz"], literals: [1: .date]) {
      rendering, call throws(TemplateFailure) in
      let format = call.arguments.count > 1 ? call[1].text : call.text("format") ?? "d MMMM yyyy"
      let zone = call.text("tz") ?? "UTC"
      let moment = try moment(call[0], call.name)
      let offset = try DateFormatting.offset(
        ofZone: zone, at: moment.secondsSinceEpoch, rendering.options)
      let pattern = try DateFormatting.pattern(call.compiled[1], format)
      return .text(pattern.format(DateFormatting.shown(moment, offset)))
    },
  ]

  private static func shifted(
    _ moment: Moment, _ call: HelperCall, _ rendering: TemplateRendering
  ) throws(TemplateFailure) -> TemplateValue {
    let moved = try call.text("offset").map { text throws(TemplateFailure) in
      try DateShift(text).apply(to: moment)
    }
    return try DateFormatting.value(moved ?? moment, call, rendering.options)
  }

  /// The moment that a value is or spells.
  private static func moment(
    _ value: TemplateValue, _ helper: String
  ) throws(TemplateFailure) -> Moment {
    if case .moment(let moment) = value { return moment }
    if case .integer(let milliseconds) = value {
      return Moment(
        secondsSinceEpoch: milliseconds / 1_000, nanoseconds: milliseconds % 1_000 * 1_000_000)
    }
    if let moment = DateReading.read(value.text) { return moment }
    throw TemplateFailure(
      "\(helper): '\(value.text)' is no date; write ISO 8601, or parseDate with a format")
  }

  private static func parsed(
    _ call: HelperCall, _ options: TemplateOptions
  ) throws(TemplateFailure) -> Moment {
    let text = call[0].text
    let zone = call.text("timezone") ?? "UTC"
    var found: (moment: Moment, isZoned: Bool)?
    switch call.text("format") {
    case nil: found = DateReading.read(text).map { ($0, true) }
    case "unix": found = Int(text).map { (Moment(secondsSinceEpoch: $0), true) }
    case "epoch":
      found = Int(text).map {
        let moment = Moment(
          secondsSinceEpoch: $0 / 1_000, nanoseconds: $0 % 1_000 * 1_000_000)
        return (moment, true)
      }
    case .some(let format):
      found = try DateFormatting.pattern(call.compiledOptions["format"], format).moment(of: text)
    }
    guard let found else {
      let format = call.text("format").map { " of the format '\($0)'" } ?? ""
      throw TemplateFailure("parseDate: '\(text)' is no date\(format)")
    }
    if found.isZoned { return found.moment }
    let local = found.moment.secondsSinceEpoch
    let offset = try DateFormatting.offset(ofZone: zone, at: local, options)
    return Moment(
      secondsSinceEpoch: local - offset, nanoseconds: found.moment.nanosecond, offsetSeconds: offset
    )
  }

  private static func truncated(
    _ moment: Moment, _ place: String
  ) throws(TemplateFailure) -> Moment {
    func start(month: Int? = nil, day: Int = 1, hour: Int = 0) -> Moment {
      Moment(
        year: moment.year, month: month ?? moment.month, day: day, hour: hour,
        offsetSeconds: moment.offsetSeconds)
    }
    switch place.lowercased() {
    case "first minute of hour": return start(day: moment.day, hour: moment.hour)
    case "first hour of day": return start(day: moment.day)
    case "first day of month": return start()
    case "first day of next month": return start().adding(months: 1)
    case "last day of month": return start().adding(months: 1).adding(days: -1)
    case "first day of year": return start(month: 1)
    case "first day of next year": return start(month: 1).adding(years: 1)
    case "last day of year": return start(month: 12, day: 31)
    default:
      throw TemplateFailure(
        "truncateDate: '\(place)' is not known; write 'first' or 'last', then 'day of month', 'day of"
          + " year', 'first hour of day', 'first minute of hour' or 'first day of next month'")
    }
  }
}

/// Reads dates without a format: ISO 8601 and those of HTTP.
enum DateReading {
  private static let patterns = [
    "yyyy-MM-dd'T'HH:mm[:ss][.SSSSSSSSS][.SSSSSS][.SSS][.SS][.S]XXX",
    "yyyy-MM-dd'T'HH:mm[:ss][.SSSSSSSSS][.SSSSSS][.SSS][.SS][.S]XX",
    "yyyy-MM-dd'T'HH:mm[:ss][.SSSSSSSSS][.SSSSSS][.SSS][.SS][.S]", "yyyy-MM-dd",
    "EEE, d MMM yyyy HH:mm:ss 'GMT'", "EEE, dd MMM yyyy HH:mm:ss 'GMT'",
    "EEEE, dd-MMM-yy HH:mm:ss 'GMT'",
  ].compactMap { try? DateTimePattern($0) }

  /// The moment that a text spells; without an offset it is UTC.
  static func read(_ text: String) -> Moment? {
    for pattern in patterns {
      if let found = pattern.moment(of: text) { return found.moment }
    }
    return nil
  }
}
