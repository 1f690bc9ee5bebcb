/// A run of one letter in a date pattern, such as `yyyy`.
struct PatternLetter {
  /// The letter.
  let letter: Unicode.Scalar
  /// How often it stands there.
  let count: Int

  /// All letters that patterns have, for messages.
  static let known = "G u y Y Q q M L d D w W F E e c a B h H k K m s S A n N V z O X x Z p"

  /// What the run means, or `nil` when the letter or its count is not allowed.
  var element: PatternElement? {
    guard allowedCounts?.contains(count) == true else { return nil }
    switch letter {
    case "G": return .text(EnglishDateText(.era, count < 4 ? .short : style))
    case "u": return count == 2 ? .number(NumberElement(.shortYear, digits: 2)) : year(.year)
    case "y": return count == 2 ? .number(NumberElement(.shortYear, digits: 2)) : year(.yearOfEra)
    case "Y":
      return count == 2 ? .number(NumberElement(.shortWeekYear, digits: 2)) : year(.weekYear)
    case "Q", "q": return numberOrText(.quarter)
    case "M", "L": return numberOrText(.month)
    case "E": return .text(EnglishDateText(.weekday, count < 3 ? .short : style))
    case "e", "c": return weekday
    case "a": return .text(EnglishDateText(.half, .short))
    case "B": return .text(EnglishDateText(.period, count == 1 ? .short : style))
    case "S": return .fraction(digits: count)
    case "V", "z": return .zone(isFull: letter == "z" && count == 4)
    case "O": return .offset(.gmt(isFull: count == 4))
    case "X", "x": return .offset(.iso(count, isZ: letter == "X"))
    case "Z": return .offset(offset)
    default: return number
    }
  }

  /// How often the letter may stand in a row; `nil` when it is none.
  var allowedCounts: Set<Int>? {
    switch letter {
    case "u", "y", "Y", "A", "n", "N": Set(1...NumberElement.digitLimit)
    case "S": Set(1...9)
    case "G", "Q", "q", "M", "L", "E", "e", "X", "x", "Z": Set(1...5)
    case "c": [1, 3, 4, 5]
    case "B": [1, 4, 5]
    case "O": [1, 4]
    case "z": Set(1...4)
    case "D": Set(1...3)
    case "d", "w", "h", "H", "k", "K", "m", "s": [1, 2]
    case "a", "W", "F": [1]
    case "V": [2]
    default: nil
    }
  }

  private var style: EnglishDateText.Style { count == 3 ? .short : count == 4 ? .full : .narrow }

  private func year(_ field: PatternField) -> PatternElement {
    let digits = count...NumberElement.digitLimit
    return .number(NumberElement(field, digits, count < 4 ? .minus : .beyondWidth))
  }

  private func numberOrText(_ field: PatternField) -> PatternElement {
    count < 3 ? plain(field) : .text(EnglishDateText(field, style))
  }

  private var weekday: PatternElement {
    count < 3
      ? .number(NumberElement(.localWeekday, digits: count))
      : .text(EnglishDateText(.weekday, style))
  }

  private var offset: OffsetElement {
    switch count {
    case 4: .gmt(isFull: true)
    case 5: .iso(5, isZ: true)
    default: .iso(2, isZ: false)
    }
  }

  private var number: PatternElement? {
    switch letter {
    case "d": plain(.day)
    case "D": count == 1 ? plain(.dayOfYear) : .number(NumberElement(.dayOfYear, count...3))
    case "w": .number(NumberElement(.weekOfYear, count...2))
    case "W": .number(NumberElement(.weekOfMonth, digits: 1))
    case "F": plain(.weekOfDay)
    case "h": plain(.clockHalfHour)
    case "H": plain(.hour)
    case "k": plain(.clockHour)
    case "K": plain(.halfHour)
    case "m": plain(.minute)
    case "s": plain(.second)
    case "A": long(.millisecondOfDay)
    case "n": long(.nanosecond)
    case "N": long(.nanosecondOfDay)
    default: nil
    }
  }

  private func long(_ field: PatternField) -> PatternElement {
    .number(NumberElement(field, count...NumberElement.digitLimit))
  }

  /// One letter takes any number of digits, two take two.
  private func plain(_ field: PatternField) -> PatternElement {
    .number(
      count == 1
        ? NumberElement(field, 1...NumberElement.digitLimit, .minus)
        : NumberElement(field, digits: count))
  }
}
